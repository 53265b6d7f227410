package dev.paritas.machine.tape;

import static dev.paritas.testsupport.Json.json;

import dev.paritas.semanticobjects.effect.EffectRequest;
import dev.paritas.semanticobjects.effect.EffectRequestBody;
import dev.paritas.semanticobjects.effect.EffectTraceEntry;
import dev.paritas.semanticobjects.effect.WalSyncRequest;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.object.AgreementLevel;
import dev.paritas.semanticobjects.value.Value;
import java.util.List;

/** One request of each kind, and entries of tapes. */
final class Asked {
    static final List<Value> STATE = List.of(new Value.Nat(7), Value.UNIT);
    static final EffectRequestBody SEND = new EffectRequestBody.Send("A", "B", "l", STATE, new Value.Nat(1));
    static final EffectRequestBody RECEIVE = new EffectRequestBody.Receive("B", "A", "l", STATE, new Value.Nat(1));
    static final EffectRequestBody CHOOSE = new EffectRequestBody.Choose("A", "B", List.of("l", "r"), STATE);
    static final EffectRequestBody INVOKE = new EffectRequestBody.InvokeStep("A", STATE);
    static final EffectRequestBody ACQUIRE = new EffectRequestBody.Acquire("A", "auth", STATE);
    static final EffectRequestBody RELEASE = new EffectRequestBody.Release("A", "auth", Value.UNIT, STATE);
    static final EffectRequestBody TOPOLOGY = new EffectRequestBody.Topology(3);
    static final EffectRequestBody HINT = new EffectRequestBody.OutputHint("A", STATE);
    static final EffectRequestBody WAL = new EffectRequestBody.WalSync(
            new WalSyncRequest("effect:2", "coro:0", AgreementLevel.FINALIZED, null, List.of(), 5));

    static final List<EffectRequestBody> ALL =
            List.of(SEND, RECEIVE, CHOOSE, INVOKE, ACQUIRE, RELEASE, TOPOLOGY, WAL, HINT);

    private Asked() {}

    static EffectRequest request(EffectRequestBody body) {
        boolean sessionless = body instanceof EffectRequestBody.Topology || body instanceof EffectRequestBody.WalSync;
        return new EffectRequest(
                null, 3, sessionless ? null : 0L, null, body.effectKind().metadata(), body);
    }

    static EffectTraceEntry entry(long id, String kind, String outputs, String identity) {
        return new EffectTraceEntry(id, kind, JsonValue.NULL, json(outputs), identity, null, null, id, null);
    }

    static EffectTape tape(EffectTraceEntry... entries) {
        return new EffectTape(List.of(entries));
    }
}

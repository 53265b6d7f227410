package dev.paritas.machine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.semanticobjects.effect.EffectExchange;
import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.effect.EffectKind;
import dev.paritas.semanticobjects.effect.EffectOutcome;
import dev.paritas.semanticobjects.effect.EffectRequest;
import dev.paritas.semanticobjects.effect.EffectRequestBody;
import dev.paritas.semanticobjects.effect.EffectResponse;
import dev.paritas.semanticobjects.effect.OutputConditionHint;
import dev.paritas.semanticobjects.effect.SendDecision;
import dev.paritas.semanticobjects.effect.TopologyEvent;
import dev.paritas.semanticobjects.object.OutstandingEffect;
import dev.paritas.semanticobjects.object.OutstandingEffect.OutstandingEffectStatus;
import dev.paritas.semanticobjects.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** However little the ledger keeps of an exchange, it gives back the whole one (spec 30 §7.2). */
class ExchangeFidelityTest {
    private static final List<Value> BEFORE = List.of(Value.UNIT, new Value.Nat(1));
    private static final List<Value> AFTER = List.of(Value.UNIT, new Value.Nat(2));
    private static final EffectFailure FAILURE = EffectFailure.contractViolation("no");

    private record Asked(EffectRequest request, EffectOutcome outcome) {}

    private static Asked asked(@Nullable Long session, EffectRequestBody body, EffectOutcome outcome) {
        return new Asked(
                new EffectRequest(null, 7, session, null, body.effectKind().metadata(), body), outcome);
    }

    private static List<Asked> conversations() {
        Value payload = new Value.Str("p");
        EffectRequestBody send = new EffectRequestBody.Send("A", "B", "l", BEFORE, payload);
        EffectRequestBody bare = new EffectRequestBody.Send("A", "B", "l", BEFORE, null);
        EffectRequestBody receive = new EffectRequestBody.Receive("B", "A", "l", BEFORE, payload);
        EffectRequestBody step = new EffectRequestBody.InvokeStep("A", BEFORE);
        EffectRequestBody poll = new EffectRequestBody.Topology(7);
        EffectRequestBody hint = new EffectRequestBody.OutputHint("A", BEFORE);
        List<Asked> asked = new ArrayList<>();
        asked.add(asked(0L, send, delivered(payload)));
        asked.add(asked(0L, send, delivered(Value.UNIT)));
        asked.add(asked(0L, bare, delivered(payload)));
        asked.add(asked(0L, send, EffectOutcome.success(new EffectResponse.Send(new SendDecision.Drop()))));
        asked.add(asked(0L, send, EffectOutcome.success(new EffectResponse.Receive(BEFORE))));
        asked.add(asked(null, receive, EffectOutcome.success(new EffectResponse.Receive(BEFORE))));
        asked.add(asked(0L, receive, EffectOutcome.success(new EffectResponse.Receive(AFTER))));
        asked.add(asked(-1L, step, EffectOutcome.success(new EffectResponse.InvokeStep(BEFORE))));
        asked.add(asked(0L, step, EffectOutcome.success(new EffectResponse.InvokeStep(AFTER))));
        asked.add(asked(0L, step, EffectOutcome.failure(FAILURE)));
        asked.add(asked(null, poll, EffectOutcome.success(new EffectResponse.Topology(List.of()))));
        asked.add(asked(
                null, poll, EffectOutcome.success(new EffectResponse.Topology(List.of(new TopologyEvent.Crash("A"))))));
        asked.add(asked(0L, poll, EffectOutcome.blocked()));
        asked.add(asked(
                null,
                new EffectRequestBody.Topology(8),
                EffectOutcome.success(new EffectResponse.Topology(List.of()))));
        asked.add(asked(0L, hint, EffectOutcome.success(new EffectResponse.OutputHint(null))));
        asked.add(asked(
                0L, hint, EffectOutcome.success(new EffectResponse.OutputHint(new OutputConditionHint("p", "w")))));
        asked.add(new Asked(
                new EffectRequest(null, 6, 0L, "op", EffectKind.INVOKE_STEP.metadata(), send), delivered(payload)));
        return asked;
    }

    private static EffectOutcome delivered(Value payload) {
        return EffectOutcome.success(new EffectResponse.Send(new SendDecision.Deliver(payload)));
    }

    @Test
    void every_exchange_comes_back_as_it_was() {
        SemanticLedger ledger = new SemanticLedger(Retention.full(), EffectCapture.FULL);
        List<EffectExchange> expected = new ArrayList<>();
        for (Asked asked : conversations()) {
            long id = ledger.recordExchange(7, "h", asked.request(), asked.outcome(), null);
            expected.add(new EffectExchange(id, "h", 7, asked.request().withEffectId(id), asked.outcome()));
        }

        assertThat(ledger.exchanges()).isEqualTo(expected);
    }

    @Test
    void the_status_of_an_effect_is_that_of_its_outcome() {
        SemanticLedger ledger = new SemanticLedger(Retention.full(), EffectCapture.FULL);
        for (Asked asked : conversations()) {
            ledger.recordExchange(7, "h", asked.request(), asked.outcome(), null);
        }

        assertThat(ledger.logs(List.of()).effects())
                .filteredOn(effect -> effect.status() != OutstandingEffectStatus.SUCCEEDED)
                .extracting(OutstandingEffect::status)
                .containsExactly(OutstandingEffectStatus.FAILED, OutstandingEffectStatus.BLOCKED);
    }
}

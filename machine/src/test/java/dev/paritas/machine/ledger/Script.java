package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.effect.EffectOutcome;
import dev.paritas.semanticobjects.effect.EffectRequest;
import dev.paritas.semanticobjects.effect.EffectRequestBody;
import dev.paritas.semanticobjects.effect.EffectResponse;
import dev.paritas.semanticobjects.effect.OutputConditionCheck;
import dev.paritas.semanticobjects.effect.SendDecision;
import dev.paritas.semanticobjects.effect.TopologyEvent;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.value.Edge;
import dev.paritas.semanticobjects.value.Endpoint;
import dev.paritas.semanticobjects.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plays, by hand, the calls a machine makes for roles A and B in session 0 under the pass-through handler (spec 30 §19). */
final class Script {
    static final String HANDLER = "default_handler";
    static final OutputConditionCheck PASSED = new OutputConditionCheck(
            new OutputConditionCheck.Meta(
                    OutputConditionCheck.DEFAULT_PREDICATE, null, OutputConditionCheck.UNSPECIFIED_DIGEST),
            true);

    final SemanticLedger ledger;
    final List<ObservableEvent> trace = new ArrayList<>();
    long tick;

    Script(Retention retention) {
        ledger = new SemanticLedger(retention, EffectCapture.FULL);
    }

    static Script recording() {
        return new Script(Retention.full());
    }

    static List<Value> registers(String role) {
        List<Value> registers = new ArrayList<>(Collections.nCopies(16, Value.UNIT));
        registers.set(0, new Value.Chan(new Endpoint(0, role)));
        return registers;
    }

    /** Starts a round: clock, topology exchange, progress check. */
    Script round(TopologyEvent... events) {
        tick++;
        exchange(null, new EffectRequestBody.Topology(tick), new EffectResponse.Topology(List.of(events)));
        for (TopologyEvent event : events) {
            ledger.recordTopologyEvent(tick, HANDLER, event);
        }
        ledger.progressCheck(tick);
        return this;
    }

    /** Ends a round that is neither stuck nor faulted. */
    Script endRound() {
        ledger.progressCheck(tick);
        return this;
    }

    long exchange(@Nullable Long session, EffectRequestBody body, EffectResponse response) {
        return exchange(session, body, EffectOutcome.success(response));
    }

    long exchange(@Nullable Long session, EffectRequestBody body, EffectOutcome outcome) {
        EffectRequest request =
                new EffectRequest(null, tick, session, null, body.effectKind().metadata(), body);
        return ledger.recordExchange(tick, HANDLER, request, outcome, null);
    }

    long sendExchange(String from, String to, String label, Value payload) {
        return exchange(
                0L,
                new EffectRequestBody.Send(from, to, label, registers(from), payload),
                new EffectResponse.Send(new SendDecision.Deliver(payload)));
    }

    void hint(String role) {
        exchange(0L, new EffectRequestBody.OutputHint(role, registers(role)), new EffectResponse.OutputHint(null));
    }

    void commit(ObservableEvent... events) {
        ledger.recordCheck(PASSED);
        for (ObservableEvent event : events) {
            trace.add(event);
            ledger.recordTraceEntry(tick, HANDLER, event, null);
        }
    }

    Script send(String from, String to, String label, Value payload) {
        sendExchange(from, to, label, payload);
        hint(from);
        commit(new ObservableEvent.Sent(tick, new Edge(0, from, to), 0, from, to, label));
        return endRound();
    }

    Script receive(String role, String partner, String label, Value payload) {
        exchange(
                0L,
                new EffectRequestBody.Receive(role, partner, label, registers(role), payload),
                new EffectResponse.Receive(registers(role)));
        hint(role);
        commit(new ObservableEvent.Received(tick, new Edge(0, partner, role), 0, partner, role, label));
        return endRound();
    }

    Script invoke(String role, long coroutine) {
        exchange(
                0L,
                new EffectRequestBody.InvokeStep(role, registers(role)),
                new EffectResponse.InvokeStep(registers(role)));
        hint(role);
        commit(new ObservableEvent.Invoked(tick, coroutine, role));
        return endRound();
    }

    /** A→B:msg, then end: six rounds. */
    static Script sixRounds(Retention retention) {
        Script script = new Script(retention);
        script.round().send("A", "B", "msg", Value.UNIT);
        script.round().receive("B", "A", "msg", Value.UNIT);
        script.round().invoke("A", 0);
        script.round().invoke("B", 1);
        script.round().endRound();
        script.round().endRound();
        return script;
    }

    SemanticObjects bundle() {
        return SemanticDerivation.derive(ledger.logs(List.of()));
    }

    List<SemanticAuditRecord> audit() {
        return SemanticAudit.log(ledger.logs(List.of()), trace);
    }
}

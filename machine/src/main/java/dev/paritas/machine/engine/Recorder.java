package dev.paritas.machine.engine;

import dev.paritas.machine.engine.MachineConfig.ObservabilityRetention;
import dev.paritas.machine.ledger.EffectCapture;
import dev.paritas.machine.ledger.EffectPayloads;
import dev.paritas.machine.ledger.Retention;
import dev.paritas.machine.ledger.SemanticLedger;
import dev.paritas.machine.session.Session;
import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.effect.EffectKind;
import dev.paritas.semanticobjects.effect.EffectMetadata;
import dev.paritas.semanticobjects.effect.EffectOutcome;
import dev.paritas.semanticobjects.effect.EffectRequest;
import dev.paritas.semanticobjects.effect.OutputConditionCheck;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.object.OutstandingEffect.OutstandingEffectStatus;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything a machine records: the observable trace, and the semantic ledger (spec 30 §7.6). */
final class Recorder {
    private final EventLog events;
    private final SemanticLedger ledger;

    private Recorder(EventLog events, SemanticLedger ledger) {
        this.events = events;
        this.ledger = ledger;
    }

    /** {@return the recorder, null when nothing is recorded} */
    static @Nullable Recorder of(MachineConfig config, Recording recording) {
        EffectCapture capture = switch (config.effectTraceCaptureMode()) {
            case FULL -> EffectCapture.FULL;
            case TOPOLOGY_ONLY -> EffectCapture.TOPOLOGY_ONLY;
            case DISABLED -> EffectCapture.DISABLED;
        };
        ObservabilityRetention retention = config.observabilityRetention();
        return switch (recording) {
            case Recording.Off() -> null;
            case Recording.InMemory() ->
                new Recorder(new EventLog(retention, null), new SemanticLedger(retention(retention), capture));
            case Recording.Streaming(RecordSink sink) ->
                new Recorder(new EventLog(retention, sink), new SemanticLedger(Retention.streaming(sink), capture));
        };
    }

    private static Retention retention(ObservabilityRetention retention) {
        return switch (retention.mode()) {
            case FULL -> Retention.full();
            case CAPPED ->
                Long.compareUnsigned(retention.capacity(), Integer.MAX_VALUE) >= 0
                        ? Retention.full()
                        : Retention.capped((int) retention.capacity());
            case DISABLED -> Retention.disabled();
        };
    }

    SemanticLedger ledger() {
        return ledger;
    }

    EventLog events() {
        return events;
    }

    void event(ObservableEvent event) {
        events.add(event);
    }

    /** Records the effect of a committed event, if it has one. */
    void committed(long tick, String handlerIdentity, ObservableEvent event, @Nullable String ownerId) {
        ledger.recordTraceEntry(tick, handlerIdentity, event, ownerId);
    }

    /** Appends the events of a committed step to the trace. */
    void append(List<ObservableEvent> committed) {
        for (int i = 0; i < committed.size(); i++) {
            events.add(committed.get(i));
        }
    }

    Optional<EffectFailure> admit(EffectMetadata metadata, @Nullable Long session) {
        return ledger.admit(metadata, session, null);
    }

    long exchange(
            long tick, String handlerIdentity, EffectRequest request, EffectOutcome outcome, @Nullable String ownerId) {
        return ledger.recordExchange(tick, handlerIdentity, request, outcome, ownerId);
    }

    /** A verdict of the output gate: check and event. */
    void checked(long tick, OutputConditionCheck check) {
        ledger.recordCheck(check);
        OutputConditionCheck.Meta meta = check.meta();
        events.add(new ObservableEvent.OutputConditionChecked(
                tick, meta.predicateRef(), meta.witnessRef(), meta.outputDigest(), check.passed()));
    }

    void topologyUnavailable(long tick, long effectId) {
        ledger.override(
                tick, effectId, OutstandingEffectStatus.BLOCKED, EffectPayloads.blocked("topology unavailable"));
    }

    void bufferWouldBlock(long tick, String handlerIdentity, Session session, String from, String to, String label) {
        waitedOrFailed(
                tick,
                handlerIdentity,
                EffectKind.SEND_DECISION,
                session,
                EffectPayloads.message(session.sid(), from, to, label),
                OutstandingEffectStatus.BLOCKED,
                EffectPayloads.blocked("buffer would block"));
    }

    void messageFailed(
            long tick,
            String handlerIdentity,
            EffectKind kind,
            Session session,
            String from,
            String to,
            String label,
            EffectFailure failure) {
        failed(tick, handlerIdentity, kind, session, EffectPayloads.message(session.sid(), from, to, label), failure);
    }

    void stepFailed(
            long tick, String handlerIdentity, Session session, String role, String action, EffectFailure failure) {
        failed(
                tick,
                handlerIdentity,
                EffectKind.INVOKE_STEP,
                session,
                EffectPayloads.action(session.sid(), role, action),
                failure);
    }

    void layerFailed(
            long tick,
            String handlerIdentity,
            EffectKind kind,
            Session session,
            String role,
            String layer,
            EffectFailure failure) {
        failed(tick, handlerIdentity, kind, session, EffectPayloads.layer(session.sid(), role, layer), failure);
    }

    void layerBlocked(long tick, String handlerIdentity, Session session, String role, String layer) {
        waitedOrFailed(
                tick,
                handlerIdentity,
                EffectKind.HANDLE_ACQUIRE,
                session,
                EffectPayloads.layer(session.sid(), role, layer),
                OutstandingEffectStatus.BLOCKED,
                EffectPayloads.blocked());
    }

    private void failed(
            long tick,
            String handlerIdentity,
            EffectKind kind,
            Session session,
            JsonValue inputs,
            EffectFailure failure) {
        waitedOrFailed(
                tick,
                handlerIdentity,
                kind,
                session,
                inputs,
                OutstandingEffectStatus.FAILED,
                EffectPayloads.failure(failure));
    }

    private void waitedOrFailed(
            long tick,
            String handlerIdentity,
            EffectKind kind,
            Session session,
            JsonValue inputs,
            OutstandingEffectStatus status,
            JsonValue outputs) {
        long id = ledger.issue(tick, handlerIdentity, kind, session.boxedSid(), inputs, session.ownerId());
        ledger.complete(tick, id, status, outputs);
    }
}

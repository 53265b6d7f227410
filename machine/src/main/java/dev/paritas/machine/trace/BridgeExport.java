package dev.paritas.machine.trace;

import dev.paritas.machine.session.Session;
import dev.paritas.machine.session.SessionPhase;
import dev.paritas.semanticobjects.effect.EffectTraceEntry;
import dev.paritas.semanticobjects.effect.OutputConditionCheck;
import dev.paritas.semanticobjects.effect.TopologyEvent;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.run.EffectRecord;
import dev.paritas.semanticobjects.run.OutputConditionRecord;
import dev.paritas.semanticobjects.run.SessionStatus;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From the machine's records to the bridge's (spec 22 §14.3, §15.1). */
public final class BridgeExport {
    private BridgeExport() {}

    /** {@return the events the bridge knows, in order} */
    public static List<TraceEvent> trace(List<ObservableEvent> events) {
        return events.stream().flatMap(event -> event(event).stream()).toList();
    }

    /** {@return the bridge's event, empty for the kinds it drops; a fault is exported without its reason} */
    public static Optional<TraceEvent> event(ObservableEvent event) {
        return switch (event) {
            case ObservableEvent.Sent e ->
                Optional.of(TraceEvent.sent(e.tick(), e.session(), e.from(), e.to(), e.label()));
            case ObservableEvent.Received e ->
                Optional.of(TraceEvent.received(e.tick(), e.session(), e.from(), e.to(), e.label()));
            case ObservableEvent.Opened e ->
                Optional.of(TraceEvent.opened(e.tick(), e.session(), String.join(",", e.roles())));
            case ObservableEvent.Closed e -> Optional.of(TraceEvent.closed(e.tick(), e.session()));
            case ObservableEvent.Halted e ->
                Optional.of(TraceEvent.halted(e.tick(), Long.toUnsignedString(e.coroId())));
            case ObservableEvent.Faulted e ->
                Optional.of(TraceEvent.faulted(e.tick(), Long.toUnsignedString(e.coroId()), null));
            case ObservableEvent.Offered ignored -> Optional.empty();
            case ObservableEvent.Chose ignored -> Optional.empty();
            case ObservableEvent.EpochAdvanced ignored -> Optional.empty();
            case ObservableEvent.Invoked ignored -> Optional.empty();
            case ObservableEvent.Acquired ignored -> Optional.empty();
            case ObservableEvent.Released ignored -> Optional.empty();
            case ObservableEvent.Transferred ignored -> Optional.empty();
            case ObservableEvent.Forked ignored -> Optional.empty();
            case ObservableEvent.Joined ignored -> Optional.empty();
            case ObservableEvent.Aborted ignored -> Optional.empty();
            case ObservableEvent.SessionTerminal ignored -> Optional.empty();
            case ObservableEvent.Tagged ignored -> Optional.empty();
            case ObservableEvent.Checked ignored -> Optional.empty();
            case ObservableEvent.FailureBranchEntered ignored -> Optional.empty();
            case ObservableEvent.TimeoutIssued ignored -> Optional.empty();
            case ObservableEvent.CancellationRequested ignored -> Optional.empty();
            case ObservableEvent.Cancelled ignored -> Optional.empty();
            case ObservableEvent.OutputConditionChecked ignored -> Optional.empty();
        };
    }

    /** {@return one status per session, in the given order} */
    public static List<SessionStatus> statuses(List<Session> sessions) {
        return sessions.stream()
                .map(session -> new SessionStatus(session.sid(), !(session.phase() instanceof SessionPhase.Active)))
                .toList();
    }

    public static List<EffectRecord> effects(List<EffectTraceEntry> entries) {
        return entries.stream()
                .map(entry -> new EffectRecord(
                        entry.effectId(),
                        entry.effectKind(),
                        entry.inputs(),
                        entry.outputs(),
                        entry.handlerIdentity(),
                        entry.orderingKey(),
                        topology(entry.topology())))
                .toList();
    }

    /** The bridge knows three kinds of topology change; the others stay in the outputs only. */
    private static EffectRecord.@Nullable Topology topology(@Nullable TopologyEvent event) {
        return switch (event) {
            case null -> null;
            case TopologyEvent.Crash(String site) ->
                new EffectRecord.Topology(EffectRecord.TopologyKind.CRASH, site, null, null);
            case TopologyEvent.Partition(String from, String to) ->
                new EffectRecord.Topology(EffectRecord.TopologyKind.PARTITION, null, from, to);
            case TopologyEvent.Heal(String from, String to) ->
                new EffectRecord.Topology(EffectRecord.TopologyKind.HEAL, null, from, to);
            case TopologyEvent.Corrupt ignored -> null;
            case TopologyEvent.Timeout ignored -> null;
        };
    }

    public static List<OutputConditionRecord> checks(List<OutputConditionCheck> checks) {
        return checks.stream()
                .map(check -> new OutputConditionRecord(
                        check.meta().predicateRef(),
                        check.meta().witnessRef(),
                        check.meta().outputDigest(),
                        check.passed()))
                .toList();
    }
}

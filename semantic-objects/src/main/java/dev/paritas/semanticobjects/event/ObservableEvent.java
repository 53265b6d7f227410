package dev.paritas.semanticobjects.event;

import dev.paritas.semanticobjects.fault.Fault;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.object.TerminalReason;
import dev.paritas.semanticobjects.value.Edge;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a run lets an observer see (spec 21 §10), in the order in which reports name the kinds. Ticks, session ids,
 * coroutine ids and witness ids are unsigned.
 */
public sealed interface ObservableEvent {
    long tick();

    record Sent(long tick, Edge edge, long session, String from, String to, String label) implements ObservableEvent {}

    record Received(long tick, Edge edge, long session, String from, String to, String label)
            implements ObservableEvent {}

    record Offered(long tick, Edge edge, String label) implements ObservableEvent {}

    record Chose(long tick, Edge edge, String label) implements ObservableEvent {}

    record Opened(long tick, long session, List<String> roles) implements ObservableEvent {
        public Opened {
            roles = List.copyOf(roles);
        }
    }

    record Closed(long tick, long session) implements ObservableEvent {}

    record EpochAdvanced(long tick, long sid, long epoch) implements ObservableEvent {}

    record Halted(long tick, long coroId) implements ObservableEvent {}

    record Invoked(long tick, long coroId, String role) implements ObservableEvent {}

    record Acquired(long tick, long session, String role, String layer) implements ObservableEvent {}

    record Released(long tick, long session, String role, String layer) implements ObservableEvent {}

    record Transferred(long tick, long session, String role, long from, long to) implements ObservableEvent {}

    record Forked(long tick, long session, long ghost) implements ObservableEvent {}

    record Joined(long tick, long session) implements ObservableEvent {}

    record Aborted(long tick, long session) implements ObservableEvent {}

    record SessionTerminal(long tick, long session, SessionTerminalReason reason) implements ObservableEvent {}

    record Tagged(long tick, long session, String role, String fact) implements ObservableEvent {}

    record Checked(long tick, long session, String role, String target, boolean permitted) implements ObservableEvent {}

    record FailureBranchEntered(long tick, long session, long coroId, Fault fault) implements ObservableEvent {}

    record TimeoutIssued(long tick, String site, long untilTick, long witnessId) implements ObservableEvent {}

    record CancellationRequested(long tick, long session, long witnessId, String ownerId, TerminalReason reason)
            implements ObservableEvent {}

    record Cancelled(long tick, long session, long witnessId, TerminalReason reason) implements ObservableEvent {}

    record Faulted(long tick, long coroId, Fault fault) implements ObservableEvent {}

    record OutputConditionChecked(
            long tick, String predicateRef, @Nullable String witnessRef, String outputDigest, boolean passed)
            implements ObservableEvent {}

    Codec<ObservableEvent> CODEC = Codec.lazy(() -> ObservableEventCodec.INSTANCE);

    /** {@return the kind's name in reports, for instance {@code output_condition_checked}} */
    default String kind() {
        return switch (this) {
            case Sent ignored -> "sent";
            case Received ignored -> "received";
            case Offered ignored -> "offered";
            case Chose ignored -> "chose";
            case Opened ignored -> "opened";
            case Closed ignored -> "closed";
            case EpochAdvanced ignored -> "epoch_advanced";
            case Halted ignored -> "halted";
            case Invoked ignored -> "invoked";
            case Acquired ignored -> "acquired";
            case Released ignored -> "released";
            case Transferred ignored -> "transferred";
            case Forked ignored -> "forked";
            case Joined ignored -> "joined";
            case Aborted ignored -> "aborted";
            case SessionTerminal ignored -> "session_terminal";
            case Tagged ignored -> "tagged";
            case Checked ignored -> "checked";
            case FailureBranchEntered ignored -> "failure_branch_entered";
            case TimeoutIssued ignored -> "timeout_issued";
            case CancellationRequested ignored -> "cancellation_requested";
            case Cancelled ignored -> "cancelled";
            case Faulted ignored -> "faulted";
            case OutputConditionChecked ignored -> "output_condition_checked";
        };
    }

    /** {@return the session whose counter replaces the tick when a trace is normalised, if there is one} */
    default OptionalLong normalisationSession() {
        return switch (this) {
            case Sent e -> OptionalLong.of(e.session());
            case Received e -> OptionalLong.of(e.session());
            case Offered e -> OptionalLong.of(e.edge().sid());
            case Chose e -> OptionalLong.of(e.edge().sid());
            case Opened e -> OptionalLong.of(e.session());
            case Closed e -> OptionalLong.of(e.session());
            case EpochAdvanced e -> OptionalLong.of(e.sid());
            case Halted ignored -> OptionalLong.empty();
            case Invoked ignored -> OptionalLong.empty();
            case Acquired e -> OptionalLong.of(e.session());
            case Released e -> OptionalLong.of(e.session());
            case Transferred e -> OptionalLong.of(e.session());
            case Forked e -> OptionalLong.of(e.session());
            case Joined e -> OptionalLong.of(e.session());
            case Aborted e -> OptionalLong.of(e.session());
            case SessionTerminal e -> OptionalLong.of(e.session());
            case Tagged e -> OptionalLong.of(e.session());
            case Checked e -> OptionalLong.of(e.session());
            case FailureBranchEntered ignored -> OptionalLong.empty();
            case TimeoutIssued ignored -> OptionalLong.empty();
            case CancellationRequested e -> OptionalLong.of(e.session());
            case Cancelled e -> OptionalLong.of(e.session());
            case Faulted ignored -> OptionalLong.empty();
            case OutputConditionChecked ignored -> OptionalLong.empty();
        };
    }

    /** {@return the same event at {@code tick}} */
    default ObservableEvent withTick(long tick) {
        return switch (this) {
            case Sent e -> new Sent(tick, e.edge(), e.session(), e.from(), e.to(), e.label());
            case Received e -> new Received(tick, e.edge(), e.session(), e.from(), e.to(), e.label());
            case Offered e -> new Offered(tick, e.edge(), e.label());
            case Chose e -> new Chose(tick, e.edge(), e.label());
            case Opened e -> new Opened(tick, e.session(), e.roles());
            case Closed e -> new Closed(tick, e.session());
            case EpochAdvanced e -> new EpochAdvanced(tick, e.sid(), e.epoch());
            case Halted e -> new Halted(tick, e.coroId());
            case Invoked e -> new Invoked(tick, e.coroId(), e.role());
            case Acquired e -> new Acquired(tick, e.session(), e.role(), e.layer());
            case Released e -> new Released(tick, e.session(), e.role(), e.layer());
            case Transferred e -> new Transferred(tick, e.session(), e.role(), e.from(), e.to());
            case Forked e -> new Forked(tick, e.session(), e.ghost());
            case Joined e -> new Joined(tick, e.session());
            case Aborted e -> new Aborted(tick, e.session());
            case SessionTerminal e -> new SessionTerminal(tick, e.session(), e.reason());
            case Tagged e -> new Tagged(tick, e.session(), e.role(), e.fact());
            case Checked e -> new Checked(tick, e.session(), e.role(), e.target(), e.permitted());
            case FailureBranchEntered e -> new FailureBranchEntered(tick, e.session(), e.coroId(), e.fault());
            case TimeoutIssued e -> new TimeoutIssued(tick, e.site(), e.untilTick(), e.witnessId());
            case CancellationRequested e ->
                new CancellationRequested(tick, e.session(), e.witnessId(), e.ownerId(), e.reason());
            case Cancelled e -> new Cancelled(tick, e.session(), e.witnessId(), e.reason());
            case Faulted e -> new Faulted(tick, e.coroId(), e.fault());
            case OutputConditionChecked e ->
                new OutputConditionChecked(tick, e.predicateRef(), e.witnessRef(), e.outputDigest(), e.passed());
        };
    }
}

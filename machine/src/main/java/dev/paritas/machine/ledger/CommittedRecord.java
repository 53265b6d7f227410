package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.effect.EffectKind;
import dev.paritas.semanticobjects.effect.EffectTraceEntry;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.object.OutstandingEffect.OutstandingEffectStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The effect-trace entry of a committed event (the table of spec 30 §7.3). */
abstract sealed class CommittedRecord extends EffectRecord {
    private CommittedRecord(long effectId, long tick, String handlerIdentity, @Nullable String ownerId) {
        super(effectId, tick, handlerIdentity, ownerId);
    }

    /** {@return the record of {@code event}, null when its kind has no entry} */
    static @Nullable CommittedRecord of(
            long effectId, long tick, String handlerIdentity, @Nullable String ownerId, ObservableEvent event) {
        return switch (event) {
            case ObservableEvent.Sent sent -> new Sent(effectId, tick, handlerIdentity, ownerId, sent);
            case ObservableEvent.Received received -> new Received(effectId, tick, handlerIdentity, ownerId, received);
            case ObservableEvent.Invoked invoked -> new Invoked(effectId, tick, handlerIdentity, invoked);
            case ObservableEvent.Acquired acquired -> new Acquired(effectId, tick, handlerIdentity, ownerId, acquired);
            case ObservableEvent.Released released -> new Released(effectId, tick, handlerIdentity, ownerId, released);
            case ObservableEvent.Offered ignored -> null;
            case ObservableEvent.Chose ignored -> null;
            case ObservableEvent.Opened ignored -> null;
            case ObservableEvent.Closed ignored -> null;
            case ObservableEvent.EpochAdvanced ignored -> null;
            case ObservableEvent.Halted ignored -> null;
            case ObservableEvent.Transferred ignored -> null;
            case ObservableEvent.Forked ignored -> null;
            case ObservableEvent.Joined ignored -> null;
            case ObservableEvent.Aborted ignored -> null;
            case ObservableEvent.SessionTerminal ignored -> null;
            case ObservableEvent.Tagged ignored -> null;
            case ObservableEvent.Checked ignored -> null;
            case ObservableEvent.FailureBranchEntered ignored -> null;
            case ObservableEvent.TimeoutIssued ignored -> null;
            case ObservableEvent.CancellationRequested ignored -> null;
            case ObservableEvent.Cancelled ignored -> null;
            case ObservableEvent.Faulted ignored -> null;
            case ObservableEvent.OutputConditionChecked ignored -> null;
        };
    }

    abstract EffectKind kind();

    private static final class Sent extends CommittedRecord {
        private final ObservableEvent.Sent event;

        Sent(long id, long tick, String handler, @Nullable String owner, ObservableEvent.Sent event) {
            super(id, tick, handler, owner);
            this.event = event;
        }

        @Override
        EffectKind kind() {
            return EffectKind.SEND_DECISION;
        }

        @Override
        Long session() {
            return event.session();
        }

        @Override
        JsonValue inputs() {
            return EffectPayloads.message(event.session(), event.from(), event.to(), event.label());
        }

        @Override
        JsonValue recordedOutputs() {
            return EffectPayloads.flag("committed");
        }
    }

    private static final class Received extends CommittedRecord {
        private final ObservableEvent.Received event;

        Received(long id, long tick, String handler, @Nullable String owner, ObservableEvent.Received event) {
            super(id, tick, handler, owner);
            this.event = event;
        }

        @Override
        EffectKind kind() {
            return EffectKind.HANDLE_RECV;
        }

        @Override
        Long session() {
            return event.session();
        }

        @Override
        JsonValue inputs() {
            return EffectPayloads.message(event.session(), event.from(), event.to(), event.label());
        }

        @Override
        JsonValue recordedOutputs() {
            return EffectPayloads.flag("committed");
        }
    }

    /** The inputs of an invoked step name no session, so the record has neither session nor owner. */
    private static final class Invoked extends CommittedRecord {
        private final ObservableEvent.Invoked event;

        Invoked(long id, long tick, String handler, ObservableEvent.Invoked event) {
            super(id, tick, handler, null);
            this.event = event;
        }

        @Override
        EffectKind kind() {
            return EffectKind.INVOKE_STEP;
        }

        @Override
        @Nullable
        Long session() {
            return null;
        }

        @Override
        JsonValue inputs() {
            return EffectPayloads.invoked(event.coroId(), event.role());
        }

        @Override
        JsonValue recordedOutputs() {
            return EffectPayloads.flag("ok");
        }
    }

    private static final class Acquired extends CommittedRecord {
        private final ObservableEvent.Acquired event;

        Acquired(long id, long tick, String handler, @Nullable String owner, ObservableEvent.Acquired event) {
            super(id, tick, handler, owner);
            this.event = event;
        }

        @Override
        EffectKind kind() {
            return EffectKind.HANDLE_ACQUIRE;
        }

        @Override
        Long session() {
            return event.session();
        }

        @Override
        JsonValue inputs() {
            return EffectPayloads.layer(event.session(), event.role(), event.layer());
        }

        @Override
        JsonValue recordedOutputs() {
            return EffectPayloads.flag("granted");
        }
    }

    private static final class Released extends CommittedRecord {
        private final ObservableEvent.Released event;

        Released(long id, long tick, String handler, @Nullable String owner, ObservableEvent.Released event) {
            super(id, tick, handler, owner);
            this.event = event;
        }

        @Override
        EffectKind kind() {
            return EffectKind.HANDLE_RELEASE;
        }

        @Override
        Long session() {
            return event.session();
        }

        @Override
        JsonValue inputs() {
            return EffectPayloads.layer(event.session(), event.role(), event.layer());
        }

        @Override
        JsonValue recordedOutputs() {
            return EffectPayloads.flag("ok");
        }
    }

    @Override
    String effectKind() {
        return kind().word();
    }

    @Override
    String effectInterface() {
        return kind().metadata().interfaceName();
    }

    @Override
    String effectOperation() {
        return kind().metadata().operationName();
    }

    @Override
    OutstandingEffectStatus recordedStatus() {
        return OutstandingEffectStatus.SUCCEEDED;
    }

    @Override
    @Nullable
    String recordedReason() {
        return null;
    }

    EffectTraceEntry traceEntry() {
        return new EffectTraceEntry(
                effectId(),
                effectKind(),
                inputs(),
                recordedOutputs(),
                handlerIdentity(),
                effectInterface(),
                effectOperation(),
                recordedOrderingKey(),
                null);
    }

    @Override
    public Optional<EffectTraceEntry> toTraceEntry() {
        return Optional.of(traceEntry());
    }
}

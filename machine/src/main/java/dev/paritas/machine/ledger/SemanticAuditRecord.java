package dev.paritas.machine.ledger;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.machine.ledger.AuthorityAuditRecord.AuthorityEvent;
import dev.paritas.semanticobjects.event.SessionTerminalReason;
import dev.paritas.semanticobjects.fault.Fault;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.TaggedCodec;
import dev.paritas.semanticobjects.object.ProgressTransition;
import dev.paritas.semanticobjects.object.PublicationEvent;
import dev.paritas.semanticobjects.object.SemanticHandoff.DelegationStatus;
import dev.paritas.semanticobjects.object.TerminalReason;
import dev.paritas.semanticobjects.object.TransformationObligation;
import org.jspecify.annotations.Nullable;

/**
 * One record of the semantic audit log (spec 30 §14), in rank order. The log is sorted by {@link #sortTick}, then
 * {@link #rank}, then the compact JSON text in declaration order.
 */
public sealed interface SemanticAuditRecord {
    record Authority(
            @Nullable Long tick,
            @Nullable Long session,
            AuthorityArtifact artifact,
            AuthorityEvent event,
            @Nullable String reason)
            implements SemanticAuditRecord {
        public static final Codec<Authority> CODEC = ObjectCodec.of(
                "SemanticAuditRecordAuthority",
                nullable("tick", Codec.U64, Authority::tick),
                nullable("session", Codec.U64, Authority::session),
                field("artifact", AuthorityArtifact.CODEC, Authority::artifact),
                field("event", AuthorityEvent.CODEC, Authority::event),
                nullable("reason", Codec.STRING, Authority::reason),
                Authority::new);

        @Override
        public int rank() {
            return 0;
        }

        @Override
        public long sortTick() {
            return tick == null ? 0 : tick;
        }
    }

    record Delegation(
            long tick,
            long session,
            DelegationReceipt receipt,
            DelegationStatus status,
            @Nullable String reason) implements SemanticAuditRecord {
        public static final Codec<Delegation> CODEC = ObjectCodec.of(
                "SemanticAuditRecordDelegation",
                field("tick", Codec.U64, Delegation::tick),
                field("session", Codec.U64, Delegation::session),
                field("receipt", DelegationReceipt.CODEC, Delegation::receipt),
                field("status", DelegationStatus.CODEC, Delegation::status),
                nullable("reason", Codec.STRING, Delegation::reason),
                Delegation::new);

        @Override
        public int rank() {
            return 1;
        }

        @Override
        public long sortTick() {
            return tick;
        }
    }

    record Obligation(long tick, long session, TransformationObligation obligation) implements SemanticAuditRecord {
        public static final Codec<Obligation> CODEC = ObjectCodec.of(
                "SemanticAuditRecordTransformationObligation",
                field("tick", Codec.U64, Obligation::tick),
                field("session", Codec.U64, Obligation::session),
                field("obligation", TransformationObligation.CODEC, Obligation::obligation),
                Obligation::new);

        @Override
        public int rank() {
            return 2;
        }

        @Override
        public long sortTick() {
            return tick;
        }
    }

    record Publication(long tick, @Nullable Long session, PublicationEvent event) implements SemanticAuditRecord {
        public static final Codec<Publication> CODEC = ObjectCodec.of(
                "SemanticAuditRecordPublication",
                field("tick", Codec.U64, Publication::tick),
                nullable("session", Codec.U64, Publication::session),
                field("event", PublicationEvent.CODEC, Publication::event),
                Publication::new);

        @Override
        public int rank() {
            return 3;
        }

        @Override
        public long sortTick() {
            return tick;
        }
    }

    record Progress(long tick, @Nullable Long session, ProgressTransition transition) implements SemanticAuditRecord {
        public static final Codec<Progress> CODEC = ObjectCodec.of(
                "SemanticAuditRecordProgressTransition",
                field("tick", Codec.U64, Progress::tick),
                nullable("session", Codec.U64, Progress::session),
                field("transition", ProgressTransition.CODEC, Progress::transition),
                Progress::new);

        @Override
        public int rank() {
            return 4;
        }

        @Override
        public long sortTick() {
            return tick;
        }
    }

    record FailureBranch(long tick, long session, long coroId, Fault fault) implements SemanticAuditRecord {
        public static final Codec<FailureBranch> CODEC = ObjectCodec.of(
                "SemanticAuditRecordFailureBranch",
                field("tick", Codec.U64, FailureBranch::tick),
                field("session", Codec.U64, FailureBranch::session),
                field("coro_id", Codec.U64, FailureBranch::coroId),
                field("fault", Fault.CODEC, FailureBranch::fault),
                FailureBranch::new);

        @Override
        public int rank() {
            return 5;
        }

        @Override
        public long sortTick() {
            return tick;
        }
    }

    record TimeoutIssued(long tick, String site, long untilTick, long witnessId) implements SemanticAuditRecord {
        public static final Codec<TimeoutIssued> CODEC = ObjectCodec.of(
                "SemanticAuditRecordTimeoutIssued",
                field("tick", Codec.U64, TimeoutIssued::tick),
                field("site", Codec.STRING, TimeoutIssued::site),
                field("until_tick", Codec.U64, TimeoutIssued::untilTick),
                field("witness_id", Codec.U64, TimeoutIssued::witnessId),
                TimeoutIssued::new);

        @Override
        public int rank() {
            return 6;
        }

        @Override
        public long sortTick() {
            return tick;
        }
    }

    record CancellationRequested(long tick, long session, long witnessId, String ownerId, TerminalReason reason)
            implements SemanticAuditRecord {
        public static final Codec<CancellationRequested> CODEC = ObjectCodec.of(
                "SemanticAuditRecordCancellationRequested",
                field("tick", Codec.U64, CancellationRequested::tick),
                field("session", Codec.U64, CancellationRequested::session),
                field("witness_id", Codec.U64, CancellationRequested::witnessId),
                field("owner_id", Codec.STRING, CancellationRequested::ownerId),
                field("reason", TerminalReason.CODEC, CancellationRequested::reason),
                CancellationRequested::new);

        @Override
        public int rank() {
            return 7;
        }

        @Override
        public long sortTick() {
            return tick;
        }
    }

    record Cancelled(long tick, long session, long witnessId, TerminalReason reason) implements SemanticAuditRecord {
        public static final Codec<Cancelled> CODEC = ObjectCodec.of(
                "SemanticAuditRecordCancelled",
                field("tick", Codec.U64, Cancelled::tick),
                field("session", Codec.U64, Cancelled::session),
                field("witness_id", Codec.U64, Cancelled::witnessId),
                field("reason", TerminalReason.CODEC, Cancelled::reason),
                Cancelled::new);

        @Override
        public int rank() {
            return 8;
        }

        @Override
        public long sortTick() {
            return tick;
        }
    }

    record SessionTerminal(long tick, long session, SessionTerminalReason reason) implements SemanticAuditRecord {
        public static final Codec<SessionTerminal> CODEC = ObjectCodec.of(
                "SemanticAuditRecordSessionTerminal",
                field("tick", Codec.U64, SessionTerminal::tick),
                field("session", Codec.U64, SessionTerminal::session),
                field("reason", SessionTerminalReason.CODEC, SessionTerminal::reason),
                SessionTerminal::new);

        @Override
        public int rank() {
            return 9;
        }

        @Override
        public long sortTick() {
            return tick;
        }
    }

    record EffectObservation(
            long effectId,
            long orderingKey,
            @Nullable Long session,
            String effectKind,
            @Nullable String effectInterface,
            @Nullable String effectOperation,
            String handlerIdentity,
            JsonValue inputs,
            JsonValue outputs)
            implements SemanticAuditRecord {
        public static final Codec<EffectObservation> CODEC = ObjectCodec.of(
                "SemanticAuditRecordEffectObservation",
                field("effect_id", Codec.U64, EffectObservation::effectId),
                field("ordering_key", Codec.U64, EffectObservation::orderingKey),
                nullable("session", Codec.U64, EffectObservation::session),
                field("effect_kind", Codec.STRING, EffectObservation::effectKind),
                nullable("effect_interface", Codec.STRING, EffectObservation::effectInterface),
                nullable("effect_operation", Codec.STRING, EffectObservation::effectOperation),
                field("handler_identity", Codec.STRING, EffectObservation::handlerIdentity),
                field("inputs", JsonValue.CODEC, EffectObservation::inputs),
                field("outputs", JsonValue.CODEC, EffectObservation::outputs),
                EffectObservation::new);

        @Override
        public int rank() {
            return 10;
        }

        @Override
        public long sortTick() {
            return orderingKey;
        }
    }

    Codec<SemanticAuditRecord> CODEC = TaggedCodec.<SemanticAuditRecord>named("SemanticAuditRecord")
            .variant("Authority", Authority.class, Authority.CODEC)
            .variant("Delegation", Delegation.class, Delegation.CODEC)
            .variant("TransformationObligation", Obligation.class, Obligation.CODEC)
            .variant("Publication", Publication.class, Publication.CODEC)
            .variant("ProgressTransition", Progress.class, Progress.CODEC)
            .variant("FailureBranch", FailureBranch.class, FailureBranch.CODEC)
            .variant("TimeoutIssued", TimeoutIssued.class, TimeoutIssued.CODEC)
            .variant("CancellationRequested", CancellationRequested.class, CancellationRequested.CODEC)
            .variant("Cancelled", Cancelled.class, Cancelled.CODEC)
            .variant("SessionTerminal", SessionTerminal.class, SessionTerminal.CODEC)
            .variant("EffectObservation", EffectObservation.class, EffectObservation.CODEC)
            .build();

    /** {@return the place of the record's kind among records of one tick} */
    int rank();

    /** {@return the tick, 0 when there is none; the ordering key of an effect observation} */
    long sortTick();
}

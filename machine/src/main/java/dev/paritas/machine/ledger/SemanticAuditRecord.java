package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.event.SessionTerminalReason;
import dev.paritas.semanticobjects.fault.Fault;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.TaggedCodec;
import dev.paritas.semanticobjects.object.DelegationStatus;
import dev.paritas.semanticobjects.object.ProgressTransition;
import dev.paritas.semanticobjects.object.PublicationEvent;
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
        public static final Codec<Authority> CODEC = ObjectCodec.of("SemanticAuditRecordAuthority", m -> {
            var tick = m.nullable("tick", Codec.U64, Authority::tick);
            var session = m.nullable("session", Codec.U64, Authority::session);
            var artifact = m.required("artifact", AuthorityArtifact.CODEC, Authority::artifact);
            var event = m.required("event", AuthorityEvent.CODEC, Authority::event);
            var reason = m.nullable("reason", Codec.STRING, Authority::reason);
            return in -> new Authority(in.get(tick), in.get(session), in.get(artifact), in.get(event), in.get(reason));
        });

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
        public static final Codec<Delegation> CODEC = ObjectCodec.of("SemanticAuditRecordDelegation", m -> {
            var tick = m.required("tick", Codec.U64, Delegation::tick);
            var session = m.required("session", Codec.U64, Delegation::session);
            var receipt = m.required("receipt", DelegationReceipt.CODEC, Delegation::receipt);
            var status = m.required("status", DelegationStatus.CODEC, Delegation::status);
            var reason = m.nullable("reason", Codec.STRING, Delegation::reason);
            return in -> new Delegation(in.get(tick), in.get(session), in.get(receipt), in.get(status), in.get(reason));
        });

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
        public static final Codec<Obligation> CODEC =
                ObjectCodec.of("SemanticAuditRecordTransformationObligation", m -> {
                    var tick = m.required("tick", Codec.U64, Obligation::tick);
                    var session = m.required("session", Codec.U64, Obligation::session);
                    var obligation = m.required("obligation", TransformationObligation.CODEC, Obligation::obligation);
                    return in -> new Obligation(in.get(tick), in.get(session), in.get(obligation));
                });

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
        public static final Codec<Publication> CODEC = ObjectCodec.of("SemanticAuditRecordPublication", m -> {
            var tick = m.required("tick", Codec.U64, Publication::tick);
            var session = m.nullable("session", Codec.U64, Publication::session);
            var event = m.required("event", PublicationEvent.CODEC, Publication::event);
            return in -> new Publication(in.get(tick), in.get(session), in.get(event));
        });

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
        public static final Codec<Progress> CODEC = ObjectCodec.of("SemanticAuditRecordProgressTransition", m -> {
            var tick = m.required("tick", Codec.U64, Progress::tick);
            var session = m.nullable("session", Codec.U64, Progress::session);
            var transition = m.required("transition", ProgressTransition.CODEC, Progress::transition);
            return in -> new Progress(in.get(tick), in.get(session), in.get(transition));
        });

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
        public static final Codec<FailureBranch> CODEC = ObjectCodec.of("SemanticAuditRecordFailureBranch", m -> {
            var tick = m.required("tick", Codec.U64, FailureBranch::tick);
            var session = m.required("session", Codec.U64, FailureBranch::session);
            var coroId = m.required("coro_id", Codec.U64, FailureBranch::coroId);
            var fault = m.required("fault", Fault.CODEC, FailureBranch::fault);
            return in -> new FailureBranch(in.get(tick), in.get(session), in.get(coroId), in.get(fault));
        });

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
        public static final Codec<TimeoutIssued> CODEC = ObjectCodec.of("SemanticAuditRecordTimeoutIssued", m -> {
            var tick = m.required("tick", Codec.U64, TimeoutIssued::tick);
            var site = m.required("site", Codec.STRING, TimeoutIssued::site);
            var untilTick = m.required("until_tick", Codec.U64, TimeoutIssued::untilTick);
            var witnessId = m.required("witness_id", Codec.U64, TimeoutIssued::witnessId);
            return in -> new TimeoutIssued(in.get(tick), in.get(site), in.get(untilTick), in.get(witnessId));
        });

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
        public static final Codec<CancellationRequested> CODEC =
                ObjectCodec.of("SemanticAuditRecordCancellationRequested", m -> {
                    var tick = m.required("tick", Codec.U64, CancellationRequested::tick);
                    var session = m.required("session", Codec.U64, CancellationRequested::session);
                    var witnessId = m.required("witness_id", Codec.U64, CancellationRequested::witnessId);
                    var ownerId = m.required("owner_id", Codec.STRING, CancellationRequested::ownerId);
                    var reason = m.required("reason", TerminalReason.CODEC, CancellationRequested::reason);
                    return in -> new CancellationRequested(
                            in.get(tick), in.get(session), in.get(witnessId), in.get(ownerId), in.get(reason));
                });

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
        public static final Codec<Cancelled> CODEC = ObjectCodec.of("SemanticAuditRecordCancelled", m -> {
            var tick = m.required("tick", Codec.U64, Cancelled::tick);
            var session = m.required("session", Codec.U64, Cancelled::session);
            var witnessId = m.required("witness_id", Codec.U64, Cancelled::witnessId);
            var reason = m.required("reason", TerminalReason.CODEC, Cancelled::reason);
            return in -> new Cancelled(in.get(tick), in.get(session), in.get(witnessId), in.get(reason));
        });

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
        public static final Codec<SessionTerminal> CODEC = ObjectCodec.of("SemanticAuditRecordSessionTerminal", m -> {
            var tick = m.required("tick", Codec.U64, SessionTerminal::tick);
            var session = m.required("session", Codec.U64, SessionTerminal::session);
            var reason = m.required("reason", SessionTerminalReason.CODEC, SessionTerminal::reason);
            return in -> new SessionTerminal(in.get(tick), in.get(session), in.get(reason));
        });

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
        public static final Codec<EffectObservation> CODEC =
                ObjectCodec.of("SemanticAuditRecordEffectObservation", m -> {
                    var effectId = m.required("effect_id", Codec.U64, EffectObservation::effectId);
                    var orderingKey = m.required("ordering_key", Codec.U64, EffectObservation::orderingKey);
                    var session = m.nullable("session", Codec.U64, EffectObservation::session);
                    var effectKind = m.required("effect_kind", Codec.STRING, EffectObservation::effectKind);
                    var effectInterface =
                            m.nullable("effect_interface", Codec.STRING, EffectObservation::effectInterface);
                    var effectOperation =
                            m.nullable("effect_operation", Codec.STRING, EffectObservation::effectOperation);
                    var handlerIdentity =
                            m.required("handler_identity", Codec.STRING, EffectObservation::handlerIdentity);
                    var inputs = m.required("inputs", JsonValue.CODEC, EffectObservation::inputs);
                    var outputs = m.required("outputs", JsonValue.CODEC, EffectObservation::outputs);
                    return in -> new EffectObservation(
                            in.get(effectId),
                            in.get(orderingKey),
                            in.get(session),
                            in.get(effectKind),
                            in.get(effectInterface),
                            in.get(effectOperation),
                            in.get(handlerIdentity),
                            in.get(inputs),
                            in.get(outputs));
                });

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

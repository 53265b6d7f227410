package dev.paritas.semanticobjects.object;

import static dev.paritas.semanticobjects.json.Field.defaulted;
import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;
import org.jspecify.annotations.Nullable;

/** The move of an endpoint from one owner to another (spec 30 §4.3). */
public record SemanticHandoff(
        long handoffId,
        long session,
        long fromCoro,
        long toCoro,
        String revokedOwnerId,
        String activatedOwnerId,
        OwnershipScope scope,
        DelegationStatus status,
        long tick,
        @Nullable String reason) {
    public static final Codec<SemanticHandoff> CODEC = ObjectCodec.of(
            "SemanticHandoff",
            field("handoff_id", Codec.U64, SemanticHandoff::handoffId),
            field("session", Codec.U64, SemanticHandoff::session),
            field("from_coro", Codec.U64, SemanticHandoff::fromCoro),
            field("to_coro", Codec.U64, SemanticHandoff::toCoro),
            defaulted("revoked_owner_id", Codec.STRING, SemanticHandoff::revokedOwnerId, ""),
            defaulted("activated_owner_id", Codec.STRING, SemanticHandoff::activatedOwnerId, ""),
            field("scope", OwnershipScope.CODEC, SemanticHandoff::scope),
            field("status", DelegationStatus.CODEC, SemanticHandoff::status),
            field("tick", Codec.U64, SemanticHandoff::tick),
            nullable("reason", Codec.STRING, SemanticHandoff::reason),
            SemanticHandoff::new);

    /** Whether a delegation took effect (spec 30 §3); CamelCase on the wire. */
    public enum DelegationStatus {
        COMMITTED,
        ROLLED_BACK;

        public static final WordCodec<DelegationStatus> CODEC = WordCodec.camelCase(DelegationStatus.class);
    }
}

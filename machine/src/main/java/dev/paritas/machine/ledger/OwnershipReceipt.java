package dev.paritas.machine.ledger;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.object.OwnershipScope;
import java.util.OptionalLong;

/** A transfer of ownership under way or done (spec 31 §2). */
record OwnershipReceipt(
        long sessionId,
        long claimId,
        String fromOwnerId,
        long fromGeneration,
        String toOwnerId,
        long toGeneration,
        OwnershipScope scope)
        implements AuthorityArtifact {
    public static final Codec<OwnershipReceipt> CODEC = ObjectCodec.of(
            "OwnershipReceipt",
            field("session_id", Codec.U64, OwnershipReceipt::sessionId),
            field("claim_id", Codec.U64, OwnershipReceipt::claimId),
            field("from_owner_id", Codec.STRING, OwnershipReceipt::fromOwnerId),
            field("from_generation", Codec.U64, OwnershipReceipt::fromGeneration),
            field("to_owner_id", Codec.STRING, OwnershipReceipt::toOwnerId),
            field("to_generation", Codec.U64, OwnershipReceipt::toGeneration),
            field("scope", OwnershipScope.CODEC, OwnershipReceipt::scope),
            OwnershipReceipt::new);

    @Override
    public CapabilityClass capabilityClass() {
        return CapabilityClass.TRANSITION;
    }

    @Override
    public OptionalLong session() {
        return OptionalLong.of(sessionId);
    }
}

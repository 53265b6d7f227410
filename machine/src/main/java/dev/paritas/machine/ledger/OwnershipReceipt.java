package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.object.OwnershipScope;
import java.util.OptionalLong;

/** A transfer of ownership under way or done (spec 31 §2). */
public record OwnershipReceipt(
        long sessionId,
        long claimId,
        String fromOwnerId,
        long fromGeneration,
        String toOwnerId,
        long toGeneration,
        OwnershipScope scope)
        implements AuthorityArtifact {
    public static final Codec<OwnershipReceipt> CODEC = ObjectCodec.of("OwnershipReceipt", m -> {
        var sessionId = m.required("session_id", Codec.U64, OwnershipReceipt::sessionId);
        var claimId = m.required("claim_id", Codec.U64, OwnershipReceipt::claimId);
        var fromOwnerId = m.required("from_owner_id", Codec.STRING, OwnershipReceipt::fromOwnerId);
        var fromGeneration = m.required("from_generation", Codec.U64, OwnershipReceipt::fromGeneration);
        var toOwnerId = m.required("to_owner_id", Codec.STRING, OwnershipReceipt::toOwnerId);
        var toGeneration = m.required("to_generation", Codec.U64, OwnershipReceipt::toGeneration);
        var scope = m.required("scope", OwnershipScope.CODEC, OwnershipReceipt::scope);
        return in -> new OwnershipReceipt(
                in.get(sessionId),
                in.get(claimId),
                in.get(fromOwnerId),
                in.get(fromGeneration),
                in.get(toOwnerId),
                in.get(toGeneration),
                in.get(scope));
    });

    @Override
    public CapabilityClass capabilityClass() {
        return CapabilityClass.TRANSITION;
    }

    @Override
    public OptionalLong session() {
        return OptionalLong.of(sessionId);
    }
}

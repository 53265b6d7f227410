package dev.paritas.machine.ledger;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.object.OwnershipScope;
import java.util.OptionalLong;

/** The right to mutate a session or a part of it (spec 31 §2). */
record OwnershipCapability(long sessionId, String ownerId, long generation, OwnershipScope scope)
        implements AuthorityArtifact {
    public static final Codec<OwnershipCapability> CODEC = ObjectCodec.of(
            "OwnershipCapability",
            field("session_id", Codec.U64, OwnershipCapability::sessionId),
            field("owner_id", Codec.STRING, OwnershipCapability::ownerId),
            field("generation", Codec.U64, OwnershipCapability::generation),
            field("scope", OwnershipScope.CODEC, OwnershipCapability::scope),
            OwnershipCapability::new);

    @Override
    public CapabilityClass capabilityClass() {
        return CapabilityClass.OWNERSHIP;
    }

    @Override
    public OptionalLong session() {
        return OptionalLong.of(sessionId);
    }
}

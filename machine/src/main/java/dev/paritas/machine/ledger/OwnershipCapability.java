package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.object.OwnershipScope;
import java.util.OptionalLong;

/** The right to mutate a session or a part of it (spec 31 §2). */
public record OwnershipCapability(long sessionId, String ownerId, long generation, OwnershipScope scope)
        implements AuthorityArtifact {
    public static final Codec<OwnershipCapability> CODEC = ObjectCodec.of("OwnershipCapability", m -> {
        var sessionId = m.required("session_id", Codec.U64, OwnershipCapability::sessionId);
        var ownerId = m.required("owner_id", Codec.STRING, OwnershipCapability::ownerId);
        var generation = m.required("generation", Codec.U64, OwnershipCapability::generation);
        var scope = m.required("scope", OwnershipScope.CODEC, OwnershipCapability::scope);
        return in -> new OwnershipCapability(in.get(sessionId), in.get(ownerId), in.get(generation), in.get(scope));
    });

    @Override
    public CapabilityClass capabilityClass() {
        return CapabilityClass.OWNERSHIP;
    }

    @Override
    public OptionalLong session() {
        return OptionalLong.of(sessionId);
    }
}

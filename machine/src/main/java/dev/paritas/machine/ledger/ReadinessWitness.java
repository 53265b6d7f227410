package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.object.OwnershipScope;
import java.util.OptionalLong;

/** Evidence that a predicate held for the owner (spec 31 §2). */
public record ReadinessWitness(
        long witnessId, long sessionId, String ownerId, long generation, OwnershipScope scope, String predicateRef)
        implements AuthorityArtifact {
    public static final Codec<ReadinessWitness> CODEC = ObjectCodec.of("ReadinessWitness", m -> {
        var witnessId = m.required("witness_id", Codec.U64, ReadinessWitness::witnessId);
        var sessionId = m.required("session_id", Codec.U64, ReadinessWitness::sessionId);
        var ownerId = m.required("owner_id", Codec.STRING, ReadinessWitness::ownerId);
        var generation = m.required("generation", Codec.U64, ReadinessWitness::generation);
        var scope = m.required("scope", OwnershipScope.CODEC, ReadinessWitness::scope);
        var predicateRef = m.required("predicate_ref", Codec.STRING, ReadinessWitness::predicateRef);
        return in -> new ReadinessWitness(
                in.get(witnessId),
                in.get(sessionId),
                in.get(ownerId),
                in.get(generation),
                in.get(scope),
                in.get(predicateRef));
    });

    @Override
    public CapabilityClass capabilityClass() {
        return CapabilityClass.EVIDENCE;
    }

    @Override
    public OptionalLong session() {
        return OptionalLong.of(sessionId);
    }
}

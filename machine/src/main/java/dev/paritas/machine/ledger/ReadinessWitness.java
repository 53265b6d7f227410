package dev.paritas.machine.ledger;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.object.OwnershipScope;
import java.util.OptionalLong;

/** Evidence that a predicate held for the owner (spec 31 §2). */
record ReadinessWitness(
        long witnessId, long sessionId, String ownerId, long generation, OwnershipScope scope, String predicateRef)
        implements AuthorityArtifact {
    public static final Codec<ReadinessWitness> CODEC = ObjectCodec.of(
            "ReadinessWitness",
            field("witness_id", Codec.U64, ReadinessWitness::witnessId),
            field("session_id", Codec.U64, ReadinessWitness::sessionId),
            field("owner_id", Codec.STRING, ReadinessWitness::ownerId),
            field("generation", Codec.U64, ReadinessWitness::generation),
            field("scope", OwnershipScope.CODEC, ReadinessWitness::scope),
            field("predicate_ref", Codec.STRING, ReadinessWitness::predicateRef),
            ReadinessWitness::new);

    @Override
    public CapabilityClass capabilityClass() {
        return CapabilityClass.EVIDENCE;
    }

    @Override
    public OptionalLong session() {
        return OptionalLong.of(sessionId);
    }
}

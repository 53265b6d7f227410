package dev.paritas.machine.ledger;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.object.TerminalReason;
import java.util.OptionalLong;

/** Evidence that a session was cancelled (spec 31 §2). */
record CancellationWitness(long witnessId, long sessionId, String ownerId, long generation, TerminalReason reason)
        implements AuthorityArtifact {
    public static final Codec<CancellationWitness> CODEC = ObjectCodec.of(
            "CancellationWitness",
            field("witness_id", Codec.U64, CancellationWitness::witnessId),
            field("session_id", Codec.U64, CancellationWitness::sessionId),
            field("owner_id", Codec.STRING, CancellationWitness::ownerId),
            field("generation", Codec.U64, CancellationWitness::generation),
            field("reason", TerminalReason.CODEC, CancellationWitness::reason),
            CancellationWitness::new);

    @Override
    public CapabilityClass capabilityClass() {
        return CapabilityClass.EVIDENCE;
    }

    @Override
    public OptionalLong session() {
        return OptionalLong.of(sessionId);
    }
}

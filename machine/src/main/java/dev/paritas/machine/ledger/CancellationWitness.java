package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.object.TerminalReason;
import java.util.OptionalLong;

/** Evidence that a session was cancelled (spec 31 §2). */
public record CancellationWitness(
        long witnessId, long sessionId, String ownerId, long generation, TerminalReason reason)
        implements AuthorityArtifact {
    public static final Codec<CancellationWitness> CODEC = ObjectCodec.of("CancellationWitness", m -> {
        var witnessId = m.required("witness_id", Codec.U64, CancellationWitness::witnessId);
        var sessionId = m.required("session_id", Codec.U64, CancellationWitness::sessionId);
        var ownerId = m.required("owner_id", Codec.STRING, CancellationWitness::ownerId);
        var generation = m.required("generation", Codec.U64, CancellationWitness::generation);
        var reason = m.required("reason", TerminalReason.CODEC, CancellationWitness::reason);
        return in -> new CancellationWitness(
                in.get(witnessId), in.get(sessionId), in.get(ownerId), in.get(generation), in.get(reason));
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

package dev.paritas.admission.claim;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/**
 * Sizes of quorums; all unsigned (spec 32 §3.4).
 *
 * @param n how many members there are
 * @param intersectionSize how many members any two quorums share
 */
public record QuorumGeometryConfig(QuorumSystem quorumSystem, long n, long quorumSize, long intersectionSize) {
    public static final Codec<QuorumGeometryConfig> CODEC = ObjectCodec.of("QuorumGeometryConfig", m -> {
        var quorumSystem = m.required("quorum_system", QuorumSystem.CODEC, QuorumGeometryConfig::quorumSystem);
        var n = m.required("n", Codec.U64, QuorumGeometryConfig::n);
        var quorumSize = m.required("quorum_size", Codec.U64, QuorumGeometryConfig::quorumSize);
        var intersectionSize = m.required("intersection_size", Codec.U64, QuorumGeometryConfig::intersectionSize);
        return in ->
                new QuorumGeometryConfig(in.get(quorumSystem), in.get(n), in.get(quorumSize), in.get(intersectionSize));
    });
}

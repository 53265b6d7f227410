package dev.paritas.admission.claim;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;

/**
 * Sizes of quorums; all unsigned (spec 32 §3.4).
 *
 * @param n how many members there are
 * @param intersectionSize how many members any two quorums share
 */
public record QuorumGeometryConfig(QuorumSystem quorumSystem, long n, long quorumSize, long intersectionSize) {
    public static final Codec<QuorumGeometryConfig> CODEC = ObjectCodec.of(
            "QuorumGeometryConfig",
            field("quorum_system", QuorumSystem.CODEC, QuorumGeometryConfig::quorumSystem),
            field("n", Codec.U64, QuorumGeometryConfig::n),
            field("quorum_size", Codec.U64, QuorumGeometryConfig::quorumSize),
            field("intersection_size", Codec.U64, QuorumGeometryConfig::intersectionSize),
            QuorumGeometryConfig::new);

    /** How quorums are formed; the first is the default (spec 32 §3.2). */
    public enum QuorumSystem {
        MAJORITY,
        WEIGHTED,
        FLEXIBLE;

        public static final WordCodec<QuorumSystem> CODEC = WordCodec.camelCase(QuorumSystem.class);
    }
}

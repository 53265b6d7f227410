package dev.paritas.search.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.PairCodec;

/** A node and its cost from the start, written as a pair. */
public record NodeScore(long node, long score) {
    public static final Codec<NodeScore> CODEC =
            new PairCodec<>(Codec.U64, Codec.U64, NodeScore::new, NodeScore::node, NodeScore::score);
}

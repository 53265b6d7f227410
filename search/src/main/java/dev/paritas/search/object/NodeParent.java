package dev.paritas.search.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.PairCodec;

/** A node and where it was reached from, written as a pair. */
public record NodeParent(long node, long parent) {
    public static final Codec<NodeParent> CODEC =
            new PairCodec<>(Codec.U64, Codec.U64, NodeParent::new, NodeParent::node, NodeParent::parent);
}

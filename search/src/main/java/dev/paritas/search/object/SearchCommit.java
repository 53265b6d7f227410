package dev.paritas.search.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/**
 * One applied proposal (spec 52 §8.3).
 *
 * @param node unsigned, like all nodes and costs
 * @param parent the node it was reached from
 * @param gScore cost from the start
 */
public record SearchCommit(long node, long parent, long gScore) {
    public static final Codec<SearchCommit> CODEC = ObjectCodec.of("SearchCommit", m -> {
        var node = m.required("node", Codec.U64, SearchCommit::node);
        var parent = m.required("parent", Codec.U64, SearchCommit::parent);
        var gScore = m.required("g_score", Codec.U64, SearchCommit::gScore);
        return in -> new SearchCommit(in.get(node), in.get(parent), in.get(gScore));
    });
}

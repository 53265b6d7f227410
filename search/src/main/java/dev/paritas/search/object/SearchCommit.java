package dev.paritas.search.object;

import static dev.paritas.semanticobjects.json.Field.field;

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
    public static final Codec<SearchCommit> CODEC = ObjectCodec.of(
            "SearchCommit",
            field("node", Codec.U64, SearchCommit::node),
            field("parent", Codec.U64, SearchCommit::parent),
            field("g_score", Codec.U64, SearchCommit::gScore),
            SearchCommit::new);
}

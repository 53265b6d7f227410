package dev.paritas.search.object;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** The size of a path (spec 52 §8.8). */
public record PathSummary(long cost, long pathNodeCount, long hopCount) {
    public static final Codec<PathSummary> CODEC = ObjectCodec.of(
            "PathSummary",
            field("cost", Codec.U64, PathSummary::cost),
            field("path_node_count", Codec.U64, PathSummary::pathNodeCount),
            field("hop_count", Codec.U64, PathSummary::hopCount),
            PathSummary::new);
}

package dev.paritas.search.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** The size of a path (spec 52 §8.8). */
public record PathSummary(long cost, long pathNodeCount, long hopCount) {
    public static final Codec<PathSummary> CODEC = ObjectCodec.of("PathSummary", m -> {
        var cost = m.required("cost", Codec.U64, PathSummary::cost);
        var pathNodeCount = m.required("path_node_count", Codec.U64, PathSummary::pathNodeCount);
        var hopCount = m.required("hop_count", Codec.U64, PathSummary::hopCount);
        return in -> new PathSummary(in.get(cost), in.get(pathNodeCount), in.get(hopCount));
    });
}

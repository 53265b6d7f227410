package dev.paritas.search.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a result (spec 52 §8.8).
 *
 * @param pathSummary null for a query without a path goal
 */
public record ResultSummary(
        long cost,
        long selectedResultWitnessLen,
        long publicationCount,
        long normalizedCommitCount,
        long traversedEpochCount,
        @Nullable PathSummary pathSummary,
        List<SummaryMetric> metrics) {
    public static final Codec<ResultSummary> CODEC = ObjectCodec.of("ResultSummary", m -> {
        var cost = m.required("cost", Codec.U64, ResultSummary::cost);
        var selectedResultWitnessLen =
                m.required("selected_result_witness_len", Codec.U64, ResultSummary::selectedResultWitnessLen);
        var publicationCount = m.required("publication_count", Codec.U64, ResultSummary::publicationCount);
        var normalizedCommitCount =
                m.required("normalized_commit_count", Codec.U64, ResultSummary::normalizedCommitCount);
        var traversedEpochCount = m.required("traversed_epoch_count", Codec.U64, ResultSummary::traversedEpochCount);
        var pathSummary = m.nullable("path_summary", PathSummary.CODEC, ResultSummary::pathSummary);
        var metrics = m.required("metrics", Codec.listOf(SummaryMetric.CODEC), ResultSummary::metrics);
        return in -> new ResultSummary(
                in.get(cost),
                in.get(selectedResultWitnessLen),
                in.get(publicationCount),
                in.get(normalizedCommitCount),
                in.get(traversedEpochCount),
                in.get(pathSummary),
                in.get(metrics));
    });

    public ResultSummary {
        metrics = List.copyOf(metrics);
    }
}

package dev.paritas.search.object;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;
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
    public static final Codec<ResultSummary> CODEC = ObjectCodec.of(
            "ResultSummary",
            field("cost", Codec.U64, ResultSummary::cost),
            field("selected_result_witness_len", Codec.U64, ResultSummary::selectedResultWitnessLen),
            field("publication_count", Codec.U64, ResultSummary::publicationCount),
            field("normalized_commit_count", Codec.U64, ResultSummary::normalizedCommitCount),
            field("traversed_epoch_count", Codec.U64, ResultSummary::traversedEpochCount),
            nullable("path_summary", PathSummary.CODEC, ResultSummary::pathSummary),
            field("metrics", Codec.listOf(SummaryMetric.CODEC), ResultSummary::metrics),
            ResultSummary::new);

    public ResultSummary {
        metrics = List.copyOf(metrics);
    }

    /** The size of a path (spec 52 §8.8). */
    public record PathSummary(long cost, long pathNodeCount, long hopCount) {
        public static final Codec<PathSummary> CODEC = ObjectCodec.of(
                "PathSummary",
                field("cost", Codec.U64, PathSummary::cost),
                field("path_node_count", Codec.U64, PathSummary::pathNodeCount),
                field("hop_count", Codec.U64, PathSummary::hopCount),
                PathSummary::new);
    }

    /** A named figure. */
    public record SummaryMetric(SummaryMetricName name, long value) {
        public static final Codec<SummaryMetric> CODEC = ObjectCodec.of(
                "SummaryMetric",
                field("name", SummaryMetricName.CODEC, SummaryMetric::name),
                field("value", Codec.U64, SummaryMetric::value),
                SummaryMetric::new);
    }

    /** A figure of a result summary (spec 52 §8.8). */
    public enum SummaryMetricName {
        PATH_NODE_COUNT,
        HOP_COUNT,
        SCALAR_COST_ORDER_KEY,
        PUBLICATION_COUNT,
        NORMALIZED_COMMIT_COUNT,
        TRAVERSED_EPOCH_COUNT;

        public static final WordCodec<SummaryMetricName> CODEC = WordCodec.camelCase(SummaryMetricName.class);
    }
}

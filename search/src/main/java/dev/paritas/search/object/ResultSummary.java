package dev.paritas.search.object;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

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
}

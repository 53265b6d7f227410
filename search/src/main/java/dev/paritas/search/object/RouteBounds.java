package dev.paritas.search.object;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;
import static dev.paritas.semanticobjects.json.Field.omittable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run bounds, and what its profile claims about the result (spec 52 §8.8).
 *
 * @param candidateDiscoveryBoundSteps 1-based number of the first round with a result
 * @param pathProblem left out for a query without a path goal
 * @param recoveryBoundStepsAfterLatestEpoch the same among the rounds of the last epoch
 * @param approximationRatioMilli 1000 is optimal
 */
public record RouteBounds(
        DiscoveryClass discoveryClass,
        @Nullable Long candidateDiscoveryBoundSteps,
        @Nullable PathProblem pathProblem,
        @Nullable Long recoveryBoundStepsAfterLatestEpoch,
        QualityClass qualityClass,
        @Nullable Long selectedResultCost,
        @Nullable Long optimalityGap,
        @Nullable Long approximationRatioMilli,
        @Nullable Long admissibleUpperBound,
        @Nullable ResultSummary selectedResultSummary,
        List<FairnessAssumption> requiredPremises) {
    public static final Codec<RouteBounds> CODEC = ObjectCodec.of(
            "RouteBounds",
            field("discovery_class", DiscoveryClass.CODEC, RouteBounds::discoveryClass),
            nullable("candidate_discovery_bound_steps", Codec.U64, RouteBounds::candidateDiscoveryBoundSteps),
            omittable("path_problem", PathProblem.CODEC, RouteBounds::pathProblem),
            nullable(
                    "recovery_bound_steps_after_latest_epoch",
                    Codec.U64,
                    RouteBounds::recoveryBoundStepsAfterLatestEpoch),
            field("quality_class", QualityClass.CODEC, RouteBounds::qualityClass),
            nullable("selected_result_cost", Codec.U64, RouteBounds::selectedResultCost),
            nullable("optimality_gap", Codec.U64, RouteBounds::optimalityGap),
            nullable("approximation_ratio_milli", Codec.U64, RouteBounds::approximationRatioMilli),
            nullable("admissible_upper_bound", Codec.U64, RouteBounds::admissibleUpperBound),
            nullable("selected_result_summary", ResultSummary.CODEC, RouteBounds::selectedResultSummary),
            field("required_premises", Codec.listOf(FairnessAssumption.CODEC), RouteBounds::requiredPremises),
            RouteBounds::new);

    public RouteBounds {
        requiredPremises = List.copyOf(requiredPremises);
    }

    /** Whether a run found a candidate (spec 52 §8.8). */
    public enum DiscoveryClass {
        OBSERVED_RUN_BOUND,
        NO_CANDIDATE;

        public static final WordCodec<DiscoveryClass> CODEC = WordCodec.camelCase(DiscoveryClass.class);
    }

    /** What the profile claims about a result; printed, not proved (spec 52 §8.8). */
    public enum QualityClass {
        EXACT_OPTIMAL,
        PREMISED_WINDOW_BOUNDED,
        PREMISE_ONLY,
        NO_CANDIDATE;

        public static final WordCodec<QualityClass> CODEC = WordCodec.camelCase(QualityClass.class);
    }

    /**
     * The bounds of a search for one goal (spec 52 §8.8).
     *
     * @param goalWindowEntryBoundSteps 1-based number of the first round whose batch has the goal
     * @param discoveryCertificate present when both bounds are
     */
    public record PathProblem(
            @Nullable Long goalServiceBoundSteps,
            @Nullable Long goalWindowEntryBoundSteps,
            @Nullable DiscoveryCertificate discoveryCertificate) {
        public static final Codec<PathProblem> CODEC = ObjectCodec.of(
                "PathProblem",
                nullable("goal_service_bound_steps", Codec.U64, PathProblem::goalServiceBoundSteps),
                nullable("goal_window_entry_bound_steps", Codec.U64, PathProblem::goalWindowEntryBoundSteps),
                nullable("discovery_certificate", DiscoveryCertificate.CODEC, PathProblem::discoveryCertificate),
                PathProblem::new);
    }
}

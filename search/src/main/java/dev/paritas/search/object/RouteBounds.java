package dev.paritas.search.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
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
    public static final Codec<RouteBounds> CODEC = ObjectCodec.of("RouteBounds", m -> {
        var discoveryClass = m.required("discovery_class", DiscoveryClass.CODEC, RouteBounds::discoveryClass);
        var candidateDiscoveryBoundSteps =
                m.nullable("candidate_discovery_bound_steps", Codec.U64, RouteBounds::candidateDiscoveryBoundSteps);
        var pathProblem = m.omittable("path_problem", PathProblem.CODEC, RouteBounds::pathProblem);
        var recoveryBoundStepsAfterLatestEpoch = m.nullable(
                "recovery_bound_steps_after_latest_epoch", Codec.U64, RouteBounds::recoveryBoundStepsAfterLatestEpoch);
        var qualityClass = m.required("quality_class", QualityClass.CODEC, RouteBounds::qualityClass);
        var selectedResultCost = m.nullable("selected_result_cost", Codec.U64, RouteBounds::selectedResultCost);
        var optimalityGap = m.nullable("optimality_gap", Codec.U64, RouteBounds::optimalityGap);
        var approximationRatioMilli =
                m.nullable("approximation_ratio_milli", Codec.U64, RouteBounds::approximationRatioMilli);
        var admissibleUpperBound = m.nullable("admissible_upper_bound", Codec.U64, RouteBounds::admissibleUpperBound);
        var selectedResultSummary =
                m.nullable("selected_result_summary", ResultSummary.CODEC, RouteBounds::selectedResultSummary);
        var requiredPremises =
                m.required("required_premises", Codec.listOf(FairnessAssumption.CODEC), RouteBounds::requiredPremises);
        return in -> new RouteBounds(
                in.get(discoveryClass),
                in.get(candidateDiscoveryBoundSteps),
                in.get(pathProblem),
                in.get(recoveryBoundStepsAfterLatestEpoch),
                in.get(qualityClass),
                in.get(selectedResultCost),
                in.get(optimalityGap),
                in.get(approximationRatioMilli),
                in.get(admissibleUpperBound),
                in.get(selectedResultSummary),
                in.get(requiredPremises));
    });

    public RouteBounds {
        requiredPremises = List.copyOf(requiredPremises);
    }
}

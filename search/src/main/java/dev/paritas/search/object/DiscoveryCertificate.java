package dev.paritas.search.object;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;
import java.util.List;

/** When the goal was met, and under which premises (spec 52 §8.8). */
public record DiscoveryCertificate(
        GoalDiscoveryClass discoveryClass,
        long serviceBoundSteps,
        long observedGoalWindowStep,
        List<FairnessAssumption> requiredPremises,
        List<SearchObservable> certifiedObservables) {
    public static final Codec<DiscoveryCertificate> CODEC = ObjectCodec.of(
            "DiscoveryCertificate",
            field("class", GoalDiscoveryClass.CODEC, DiscoveryCertificate::discoveryClass),
            field("service_bound_steps", Codec.U64, DiscoveryCertificate::serviceBoundSteps),
            field("observed_goal_window_step", Codec.U64, DiscoveryCertificate::observedGoalWindowStep),
            field("required_premises", Codec.listOf(FairnessAssumption.CODEC), DiscoveryCertificate::requiredPremises),
            field(
                    "certified_observables",
                    Codec.listOf(SearchObservable.CODEC),
                    DiscoveryCertificate::certifiedObservables),
            DiscoveryCertificate::new);

    public DiscoveryCertificate {
        requiredPremises = List.copyOf(requiredPremises);
        certifiedObservables = List.copyOf(certifiedObservables);
    }

    /** How the discovery of a goal is certified (spec 52 §8.8). */
    public enum GoalDiscoveryClass {
        GOAL_WINDOW_ONE_STEP_EXACT,
        GOAL_WINDOW_ONE_STEP_VIA_THREADED_REFINEMENT,
        CERTIFIED_GOAL_WINDOW_SERVICE;

        public static final WordCodec<GoalDiscoveryClass> CODEC = WordCodec.camelCase(GoalDiscoveryClass.class);
    }
}

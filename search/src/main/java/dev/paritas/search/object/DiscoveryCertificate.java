package dev.paritas.search.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;

/** When the goal was met, and under which premises (spec 52 §8.8). */
public record DiscoveryCertificate(
        GoalDiscoveryClass discoveryClass,
        long serviceBoundSteps,
        long observedGoalWindowStep,
        List<FairnessAssumption> requiredPremises,
        List<SearchObservable> certifiedObservables) {
    public static final Codec<DiscoveryCertificate> CODEC = ObjectCodec.of("DiscoveryCertificate", m -> {
        var discoveryClass = m.required("class", GoalDiscoveryClass.CODEC, DiscoveryCertificate::discoveryClass);
        var serviceBoundSteps = m.required("service_bound_steps", Codec.U64, DiscoveryCertificate::serviceBoundSteps);
        var observedGoalWindowStep =
                m.required("observed_goal_window_step", Codec.U64, DiscoveryCertificate::observedGoalWindowStep);
        var requiredPremises = m.required(
                "required_premises", Codec.listOf(FairnessAssumption.CODEC), DiscoveryCertificate::requiredPremises);
        var certifiedObservables = m.required(
                "certified_observables",
                Codec.listOf(SearchObservable.CODEC),
                DiscoveryCertificate::certifiedObservables);
        return in -> new DiscoveryCertificate(
                in.get(discoveryClass),
                in.get(serviceBoundSteps),
                in.get(observedGoalWindowStep),
                in.get(requiredPremises),
                in.get(certifiedObservables));
    });

    public DiscoveryCertificate {
        requiredPremises = List.copyOf(requiredPremises);
        certifiedObservables = List.copyOf(certifiedObservables);
    }
}

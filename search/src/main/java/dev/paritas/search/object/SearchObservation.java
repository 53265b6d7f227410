package dev.paritas.search.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is observable of a search (spec 52 §8.8).
 *
 * @param canonicalParentMap ascending by node
 * @param replayCheckpoints always empty here
 * @param reseedPolicyTrace left out when empty
 * @param productiveSteps steps that applied something
 */
public record SearchObservation(
        @Nullable Long selectedResultCost,
        @Nullable List<Long> selectedResultWitness,
        List<NodeParent> canonicalParentMap,
        List<SearchPublication> selectedResultPublicationTrace,
        List<SearchCommit> normalizedCommitTrace,
        List<JsonValue> replayCheckpoints,
        List<Long> graphEpochTrace,
        List<ReseedPolicy> reseedPolicyTrace,
        SchedulerProfile schedulerProfile,
        List<FairnessAssumption> fairnessAssumptions,
        long productiveSteps,
        long totalSchedulerSteps) {
    public static final Codec<SearchObservation> CODEC = ObjectCodec.of("SearchObservation", m -> {
        var selectedResultCost = m.nullable("selected_result_cost", Codec.U64, SearchObservation::selectedResultCost);
        var selectedResultWitness = m.nullable(
                "selected_result_witness", Codec.listOf(Codec.U64), SearchObservation::selectedResultWitness);
        var canonicalParentMap = m.required(
                "canonical_parent_map", Codec.listOf(NodeParent.CODEC), SearchObservation::canonicalParentMap);
        var selectedResultPublicationTrace = m.required(
                "selected_result_publication_trace",
                Codec.listOf(SearchPublication.CODEC),
                SearchObservation::selectedResultPublicationTrace);
        var normalizedCommitTrace = m.required(
                "normalized_commit_trace", Codec.listOf(SearchCommit.CODEC), SearchObservation::normalizedCommitTrace);
        var replayCheckpoints =
                m.required("replay_checkpoints", Codec.listOf(JsonValue.CODEC), SearchObservation::replayCheckpoints);
        var graphEpochTrace =
                m.required("graph_epoch_trace", Codec.listOf(Codec.U64), SearchObservation::graphEpochTrace);
        var reseedPolicyTrace = m.omittedDefault(
                "reseed_policy_trace",
                Codec.listOf(ReseedPolicy.CODEC),
                SearchObservation::reseedPolicyTrace,
                List.of());
        var schedulerProfile =
                m.required("scheduler_profile", SchedulerProfile.CODEC, SearchObservation::schedulerProfile);
        var fairnessAssumptions = m.required(
                "fairness_assumptions", Codec.listOf(FairnessAssumption.CODEC), SearchObservation::fairnessAssumptions);
        var productiveSteps = m.required("productive_steps", Codec.U64, SearchObservation::productiveSteps);
        var totalSchedulerSteps =
                m.required("total_scheduler_steps", Codec.U64, SearchObservation::totalSchedulerSteps);
        return in -> new SearchObservation(
                in.get(selectedResultCost),
                in.get(selectedResultWitness),
                in.get(canonicalParentMap),
                in.get(selectedResultPublicationTrace),
                in.get(normalizedCommitTrace),
                in.get(replayCheckpoints),
                in.get(graphEpochTrace),
                in.get(reseedPolicyTrace),
                in.get(schedulerProfile),
                in.get(fairnessAssumptions),
                in.get(productiveSteps),
                in.get(totalSchedulerSteps));
    });

    public SearchObservation {
        selectedResultWitness = selectedResultWitness == null ? null : List.copyOf(selectedResultWitness);
        canonicalParentMap = List.copyOf(canonicalParentMap);
        selectedResultPublicationTrace = List.copyOf(selectedResultPublicationTrace);
        normalizedCommitTrace = List.copyOf(normalizedCommitTrace);
        replayCheckpoints = List.copyOf(replayCheckpoints);
        graphEpochTrace = List.copyOf(graphEpochTrace);
        reseedPolicyTrace = List.copyOf(reseedPolicyTrace);
        fairnessAssumptions = List.copyOf(fairnessAssumptions);
    }
}

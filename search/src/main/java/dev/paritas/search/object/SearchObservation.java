package dev.paritas.search.object;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;
import static dev.paritas.semanticobjects.json.Field.omittedDefault;

import dev.paritas.search.object.SearchState.ReseedPolicy;
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
    public static final Codec<SearchObservation> CODEC = ObjectCodec.of(
            "SearchObservation",
            nullable("selected_result_cost", Codec.U64, SearchObservation::selectedResultCost),
            nullable("selected_result_witness", Codec.listOf(Codec.U64), SearchObservation::selectedResultWitness),
            field("canonical_parent_map", Codec.listOf(NodeParent.CODEC), SearchObservation::canonicalParentMap),
            field(
                    "selected_result_publication_trace",
                    Codec.listOf(SearchPublication.CODEC),
                    SearchObservation::selectedResultPublicationTrace),
            field(
                    "normalized_commit_trace",
                    Codec.listOf(SearchCommit.CODEC),
                    SearchObservation::normalizedCommitTrace),
            field("replay_checkpoints", Codec.listOf(JsonValue.CODEC), SearchObservation::replayCheckpoints),
            field("graph_epoch_trace", Codec.listOf(Codec.U64), SearchObservation::graphEpochTrace),
            omittedDefault(
                    "reseed_policy_trace",
                    Codec.listOf(ReseedPolicy.CODEC),
                    SearchObservation::reseedPolicyTrace,
                    List.of()),
            field("scheduler_profile", SchedulerProfile.CODEC, SearchObservation::schedulerProfile),
            field(
                    "fairness_assumptions",
                    Codec.listOf(FairnessAssumption.CODEC),
                    SearchObservation::fairnessAssumptions),
            field("productive_steps", Codec.U64, SearchObservation::productiveSteps),
            field("total_scheduler_steps", Codec.U64, SearchObservation::totalSchedulerSteps),
            SearchObservation::new);

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

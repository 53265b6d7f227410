package dev.paritas.search.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reduced state of a search (spec 52 §8.8); lists ascend by node.
 *
 * @param selectedResultCost of the incumbent, null without one; {@code incumbent_cost} on input
 * @param selectedResultWitness of the incumbent; {@code incumbent_path} on input
 * @param latestReseedPolicy null, and left out, before the first change of epoch
 */
public record SearchState(
        List<NodeScore> openNodes,
        List<Long> closedNodes,
        List<NodeScore> gScores,
        List<NodeParent> parentMap,
        @Nullable Long selectedResultCost,
        @Nullable List<Long> selectedResultWitness,
        @Nullable ReseedPolicy latestReseedPolicy,
        long epoch,
        long phase) {
    public static final Codec<SearchState> CODEC = ObjectCodec.of("SearchState", m -> {
        var openNodes = m.required("open_nodes", Codec.listOf(NodeScore.CODEC), SearchState::openNodes);
        var closedNodes = m.required("closed_nodes", Codec.listOf(Codec.U64), SearchState::closedNodes);
        var gScores = m.required("g_scores", Codec.listOf(NodeScore.CODEC), SearchState::gScores);
        var parentMap = m.required("parent_map", Codec.listOf(NodeParent.CODEC), SearchState::parentMap);
        var selectedResultCost = m.nullable("selected_result_cost", Codec.U64, SearchState::selectedResultCost);
        m.alias("incumbent_cost", selectedResultCost);
        var selectedResultWitness =
                m.nullable("selected_result_witness", Codec.listOf(Codec.U64), SearchState::selectedResultWitness);
        m.alias("incumbent_path", selectedResultWitness);
        var latestReseedPolicy =
                m.omittable("latest_reseed_policy", ReseedPolicy.CODEC, SearchState::latestReseedPolicy);
        var epoch = m.required("epoch", Codec.U64, SearchState::epoch);
        var phase = m.required("phase", Codec.U64, SearchState::phase);
        return in -> new SearchState(
                in.get(openNodes),
                in.get(closedNodes),
                in.get(gScores),
                in.get(parentMap),
                in.get(selectedResultCost),
                in.get(selectedResultWitness),
                in.get(latestReseedPolicy),
                in.get(epoch),
                in.get(phase));
    });

    public SearchState {
        openNodes = List.copyOf(openNodes);
        closedNodes = List.copyOf(closedNodes);
        gScores = List.copyOf(gScores);
        parentMap = List.copyOf(parentMap);
        selectedResultWitness = selectedResultWitness == null ? null : List.copyOf(selectedResultWitness);
    }

    /** {@return the state as a report has it: result, policy, epoch and phase, without nodes} */
    public SearchState reportOnly() {
        return new SearchState(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                selectedResultCost,
                selectedResultWitness,
                latestReseedPolicy,
                epoch,
                phase);
    }
}

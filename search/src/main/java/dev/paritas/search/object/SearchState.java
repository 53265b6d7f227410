package dev.paritas.search.object;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;
import static dev.paritas.semanticobjects.json.Field.omittable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.PairCodec;
import dev.paritas.semanticobjects.json.WordCodec;
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
    public static final ObjectCodec<SearchState> CODEC = ObjectCodec.of(
            "SearchState",
            field("open_nodes", Codec.listOf(NodeScore.CODEC), SearchState::openNodes),
            field("closed_nodes", Codec.listOf(Codec.U64), SearchState::closedNodes),
            field("g_scores", Codec.listOf(NodeScore.CODEC), SearchState::gScores),
            field("parent_map", Codec.listOf(NodeParent.CODEC), SearchState::parentMap),
            nullable("selected_result_cost", Codec.U64, SearchState::selectedResultCost)
                    .alias("incumbent_cost"),
            nullable("selected_result_witness", Codec.listOf(Codec.U64), SearchState::selectedResultWitness)
                    .alias("incumbent_path"),
            omittable("latest_reseed_policy", ReseedPolicy.CODEC, SearchState::latestReseedPolicy),
            field("epoch", Codec.U64, SearchState::epoch),
            field("phase", Codec.U64, SearchState::phase),
            SearchState::new);

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

    /** A node and its cost from the start, written as a pair. */
    public record NodeScore(long node, long score) {
        public static final Codec<NodeScore> CODEC =
                new PairCodec<>(Codec.U64, Codec.U64, NodeScore::new, NodeScore::node, NodeScore::score);
    }

    /** What a change of epoch keeps (spec 52 §8.4). */
    public enum ReseedPolicy {
        /** Nothing: the start is reopened. */
        START_ONLY,
        /** Open and inconsistent nodes, and the ways to them. */
        PRESERVE_OPEN_AND_INCONS;

        public static final WordCodec<ReseedPolicy> CODEC = WordCodec.camelCase(ReseedPolicy.class);
    }
}

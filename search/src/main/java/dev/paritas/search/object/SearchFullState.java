package dev.paritas.search.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;

/**
 * Everything a search holds (spec 52 §8.8); the members of the reduced state stand beside the others.
 *
 * @param epsilonMilli weight of the heuristic in thousandths
 * @param lastBatchNodes empty before the first step and after a change of phase
 */
public record SearchFullState(
        SearchState state,
        List<Long> inconsNodes,
        long epsilonMilli,
        String snapshotId,
        List<Long> lastBatchNodes,
        List<SearchCommit> normalizedCommitTrace,
        List<SearchPublication> selectedResultPublicationTrace) {
    public static final Codec<SearchFullState> CODEC = ObjectCodec.of("SearchFullState", m -> {
        var openNodes = m.required(
                "open_nodes",
                Codec.listOf(NodeScore.CODEC),
                full -> full.state().openNodes());
        var closedNodes = m.required(
                "closed_nodes", Codec.listOf(Codec.U64), full -> full.state().closedNodes());
        var gScores = m.required(
                "g_scores", Codec.listOf(NodeScore.CODEC), full -> full.state().gScores());
        var parentMap = m.required(
                "parent_map",
                Codec.listOf(NodeParent.CODEC),
                full -> full.state().parentMap());
        var selectedResultCost = m.nullable(
                "selected_result_cost", Codec.U64, full -> full.state().selectedResultCost());
        m.alias("incumbent_cost", selectedResultCost);
        var selectedResultWitness = m.nullable(
                "selected_result_witness",
                Codec.listOf(Codec.U64),
                full -> full.state().selectedResultWitness());
        m.alias("incumbent_path", selectedResultWitness);
        var latestReseedPolicy = m.omittable(
                "latest_reseed_policy", ReseedPolicy.CODEC, full -> full.state().latestReseedPolicy());
        var epoch = m.required("epoch", Codec.U64, full -> full.state().epoch());
        var phase = m.required("phase", Codec.U64, full -> full.state().phase());
        var inconsNodes = m.required("incons_nodes", Codec.listOf(Codec.U64), SearchFullState::inconsNodes);
        var epsilonMilli = m.required("epsilon_milli", Codec.U64, SearchFullState::epsilonMilli);
        var snapshotId = m.required("snapshot_id", Codec.STRING, SearchFullState::snapshotId);
        var lastBatchNodes = m.required("last_batch_nodes", Codec.listOf(Codec.U64), SearchFullState::lastBatchNodes);
        var normalizedCommitTrace = m.required(
                "normalized_commit_trace", Codec.listOf(SearchCommit.CODEC), SearchFullState::normalizedCommitTrace);
        var selectedResultPublicationTrace = m.required(
                "selected_result_publication_trace",
                Codec.listOf(SearchPublication.CODEC),
                SearchFullState::selectedResultPublicationTrace);
        return in -> new SearchFullState(
                new SearchState(
                        in.get(openNodes),
                        in.get(closedNodes),
                        in.get(gScores),
                        in.get(parentMap),
                        in.get(selectedResultCost),
                        in.get(selectedResultWitness),
                        in.get(latestReseedPolicy),
                        in.get(epoch),
                        in.get(phase)),
                in.get(inconsNodes),
                in.get(epsilonMilli),
                in.get(snapshotId),
                in.get(lastBatchNodes),
                in.get(normalizedCommitTrace),
                in.get(selectedResultPublicationTrace));
    });

    public SearchFullState {
        inconsNodes = List.copyOf(inconsNodes);
        lastBatchNodes = List.copyOf(lastBatchNodes);
        normalizedCommitTrace = List.copyOf(normalizedCommitTrace);
        selectedResultPublicationTrace = List.copyOf(selectedResultPublicationTrace);
    }
}

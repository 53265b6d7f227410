package dev.paritas.search.object;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.inlined;

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
    public static final Codec<SearchFullState> CODEC = ObjectCodec.of(
            "SearchFullState",
            inlined(SearchState.CODEC, SearchFullState::state),
            field("incons_nodes", Codec.listOf(Codec.U64), SearchFullState::inconsNodes),
            field("epsilon_milli", Codec.U64, SearchFullState::epsilonMilli),
            field("snapshot_id", Codec.STRING, SearchFullState::snapshotId),
            field("last_batch_nodes", Codec.listOf(Codec.U64), SearchFullState::lastBatchNodes),
            field("normalized_commit_trace", Codec.listOf(SearchCommit.CODEC), SearchFullState::normalizedCommitTrace),
            field(
                    "selected_result_publication_trace",
                    Codec.listOf(SearchPublication.CODEC),
                    SearchFullState::selectedResultPublicationTrace),
            SearchFullState::new);

    public SearchFullState {
        inconsNodes = List.copyOf(inconsNodes);
        lastBatchNodes = List.copyOf(lastBatchNodes);
        normalizedCommitTrace = List.copyOf(normalizedCommitTrace);
        selectedResultPublicationTrace = List.copyOf(selectedResultPublicationTrace);
    }
}

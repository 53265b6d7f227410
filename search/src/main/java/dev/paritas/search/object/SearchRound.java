package dev.paritas.search.object;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;

/**
 * One recorded step (spec 52 §8.8).
 *
 * @param batchNodes ascending
 * @param commits of this step alone
 */
public record SearchRound(
        long epoch,
        String snapshotId,
        long phase,
        List<Long> batchNodes,
        List<SearchCommit> commits,
        SearchState stateAfterRound,
        FairnessCertificate fairnessCertificate) {
    public static final Codec<SearchRound> CODEC = ObjectCodec.of(
            "SearchRound",
            field("epoch", Codec.U64, SearchRound::epoch),
            field("snapshot_id", Codec.STRING, SearchRound::snapshotId),
            field("phase", Codec.U64, SearchRound::phase),
            field("batch_nodes", Codec.listOf(Codec.U64), SearchRound::batchNodes),
            field("commits", Codec.listOf(SearchCommit.CODEC), SearchRound::commits),
            field("state_after_round", SearchState.CODEC, SearchRound::stateAfterRound),
            field("fairness_certificate", FairnessCertificate.CODEC, SearchRound::fairnessCertificate),
            SearchRound::new);

    public SearchRound {
        batchNodes = List.copyOf(batchNodes);
        commits = List.copyOf(commits);
    }
}

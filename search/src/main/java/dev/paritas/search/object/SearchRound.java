package dev.paritas.search.object;

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
    public static final Codec<SearchRound> CODEC = ObjectCodec.of("SearchRound", m -> {
        var epoch = m.required("epoch", Codec.U64, SearchRound::epoch);
        var snapshotId = m.required("snapshot_id", Codec.STRING, SearchRound::snapshotId);
        var phase = m.required("phase", Codec.U64, SearchRound::phase);
        var batchNodes = m.required("batch_nodes", Codec.listOf(Codec.U64), SearchRound::batchNodes);
        var commits = m.required("commits", Codec.listOf(SearchCommit.CODEC), SearchRound::commits);
        var stateAfterRound = m.required("state_after_round", SearchState.CODEC, SearchRound::stateAfterRound);
        var fairnessCertificate =
                m.required("fairness_certificate", FairnessCertificate.CODEC, SearchRound::fairnessCertificate);
        return in -> new SearchRound(
                in.get(epoch),
                in.get(snapshotId),
                in.get(phase),
                in.get(batchNodes),
                in.get(commits),
                in.get(stateAfterRound),
                in.get(fairnessCertificate));
    });

    public SearchRound {
        batchNodes = List.copyOf(batchNodes);
        commits = List.copyOf(commits);
    }
}

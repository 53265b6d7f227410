package dev.paritas.search.engine;

import dev.paritas.search.object.FairnessAssumption;
import dev.paritas.search.object.SearchRound;
import java.util.List;
import java.util.Set;

/**
 * What a replay must show (spec 52 §8.9).
 *
 * @param epochs the whole epoch trace
 * @param snapshots one per round, as phases and batch nodes
 * @param requiredFairness premises that must be declared
 */
public record ReplayExpectation(
        List<Long> epochs,
        List<String> snapshots,
        List<Long> phases,
        List<List<Long>> batchNodes,
        Set<FairnessAssumption> requiredFairness) {
    public ReplayExpectation {
        epochs = List.copyOf(epochs);
        snapshots = List.copyOf(snapshots);
        phases = List.copyOf(phases);
        batchNodes = batchNodes.stream().map(List::copyOf).toList();
        requiredFairness = Set.copyOf(requiredFairness);
    }

    /** {@return the expectation that {@code replay} itself meets} */
    public static ReplayExpectation of(SearchReplay replay) {
        return new ReplayExpectation(
                replay.observation().graphEpochTrace(),
                replay.rounds().stream().map(SearchRound::snapshotId).toList(),
                replay.rounds().stream().map(SearchRound::phase).toList(),
                replay.rounds().stream().map(SearchRound::batchNodes).toList(),
                Set.copyOf(replay.observation().fairnessAssumptions()));
    }
}

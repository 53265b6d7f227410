package dev.paritas.search.engine;

import dev.paritas.search.object.FairnessCertificate.NormalizationMode;
import dev.paritas.search.object.SearchCommit;
import dev.paritas.search.object.SearchObservable;
import dev.paritas.search.object.SearchObservation;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** How two observations compare (spec 52 §8.10). */
public sealed interface ObservationComparison {
    record Exact() implements ObservationComparison {}

    /** Equal but for the order of commits. */
    record EquivalentModuloCommutativity() implements ObservationComparison {}

    /** @param observables those that differ, in the order in which they were asked for */
    record Mismatch(List<SearchObservable> observables) implements ObservationComparison {
        public Mismatch {
            observables = List.copyOf(observables);
        }
    }

    /** {@return the comparison of {@code required} parts under {@code mode}} */
    static ObservationComparison of(
            SearchObservation left, SearchObservation right, NormalizationMode mode, List<SearchObservable> required) {
        List<SearchObservable> different = required.stream()
                .filter(observable -> !isEqual(observable, left, right, mode))
                .toList();
        if (!different.isEmpty()) {
            return new Mismatch(different);
        }
        return mode == NormalizationMode.MODULO_COMMUTATIVITY
                        && !left.normalizedCommitTrace().equals(right.normalizedCommitTrace())
                ? new EquivalentModuloCommutativity()
                : new Exact();
    }

    private static boolean isEqual(
            SearchObservable observable, SearchObservation left, SearchObservation right, NormalizationMode mode) {
        return switch (observable) {
            case SELECTED_RESULT_COST -> Objects.equals(left.selectedResultCost(), right.selectedResultCost());
            case CANONICAL_PARENT_IDENTITY -> left.canonicalParentMap().equals(right.canonicalParentMap());
            case SELECTED_RESULT_WITNESS_IDENTITY ->
                Objects.equals(left.selectedResultWitness(), right.selectedResultWitness());
            case NORMALIZED_COMMIT_TRACE -> commits(left, mode).equals(commits(right, mode));
            case PROGRESS_ACCOUNTING ->
                left.productiveSteps() == right.productiveSteps()
                        && left.totalSchedulerSteps() == right.totalSchedulerSteps();
            case SELECTED_RESULT_PUBLICATION_TRACE ->
                left.selectedResultPublicationTrace().equals(right.selectedResultPublicationTrace());
            case REPLAY_CHECKPOINT_TRACE -> left.replayCheckpoints().equals(right.replayCheckpoints());
            case GRAPH_EPOCH_TRACE -> left.graphEpochTrace().equals(right.graphEpochTrace());
            case SCHEDULER_PROFILE_TRACE -> left.schedulerProfile() == right.schedulerProfile();
            case FAIRNESS_PREMISE_TRACE -> left.fairnessAssumptions().equals(right.fairnessAssumptions());
        };
    }

    private static List<SearchCommit> commits(SearchObservation observation, NormalizationMode mode) {
        List<SearchCommit> commits = observation.normalizedCommitTrace();
        return switch (mode) {
            case FULL, MODULO_EFFECTS, REPLAY -> commits;
            case MODULO_COMMUTATIVITY ->
                commits.stream()
                        .sorted(Comparator.comparing(SearchCommit::node, Long::compareUnsigned)
                                .thenComparing(SearchCommit::parent, Long::compareUnsigned)
                                .thenComparing(SearchCommit::gScore, Long::compareUnsigned))
                        .toList();
        };
    }
}

package dev.paritas.search.engine;

import dev.paritas.search.engine.ReplayException.ReplayErrorCode;
import dev.paritas.search.engine.SearchReport.SelectedResultSemantics;
import dev.paritas.search.object.SearchObservation;
import dev.paritas.search.object.SearchRound;
import dev.paritas.search.object.SearchState;
import java.util.List;

/** A recorded run that can be gone through again (spec 52 §8.9). */
public record SearchReplay(
        SearchQuery query,
        SelectedResultSemantics semantics,
        List<SearchRound> rounds,
        SearchObservation observation,
        SearchState finalState) {
    public SearchReplay {
        rounds = List.copyOf(rounds);
    }

    /**
     * Goes through the rounds again. A run that was recorded after earlier steps, or whose start is accepted, fails at
     * the last check although it is right; the reference does the same.
     *
     * @return the rebuilt observation, equal to the recorded one
     * @throws ReplayException with the first check that fails
     */
    public SearchObservation replay(ReplayExpectation expected) {
        ReplayExpectation own = ReplayExpectation.of(this);
        require(own.epochs().equals(expected.epochs()), ReplayErrorCode.EPOCH_SCHEDULE, "the epochs differ");
        require(
                own.snapshots().equals(expected.snapshots()),
                ReplayErrorCode.SNAPSHOT_SCHEDULE,
                "the snapshots of the rounds differ");
        require(own.phases().equals(expected.phases()), ReplayErrorCode.PHASE_SCHEDULE, "the phases differ");
        require(own.batchNodes().equals(expected.batchNodes()), ReplayErrorCode.BATCH_SCHEDULE, "the batches differ");
        require(
                own.requiredFairness().containsAll(expected.requiredFairness()),
                ReplayErrorCode.FAIRNESS_BUNDLE,
                "a required premise is not declared");
        switch (semantics) {
            case QUERY_DERIVED -> {}
            case HOST_SELECTED ->
                throw new ReplayException(
                        ReplayErrorCode.UNSUPPORTED_SELECTED_RESULT_SEMANTICS,
                        "the result was not derived from the query");
        }
        SearchObservation rebuilt = new ObservationRebuild(query).of(rounds, observation);
        require(
                rebuilt.equals(observation),
                ReplayErrorCode.OBSERVATION_ARTIFACT,
                "the rounds do not give the recorded observation");
        return rebuilt;
    }

    private static void require(boolean holds, ReplayErrorCode code, String message) {
        if (!holds) {
            throw new ReplayException(code, message);
        }
    }
}

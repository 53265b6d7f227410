package dev.paritas.search.engine;

import dev.paritas.search.engine.SearchReport.SelectedResultSemantics;
import dev.paritas.search.object.SearchObservation;
import dev.paritas.search.object.SearchRound;
import dev.paritas.search.object.SearchState;
import dev.paritas.semanticobjects.problem.ProblemException;
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
     * @throws ProblemException ({@link ReplayProblem}) with the first check that fails
     */
    public SearchObservation replay(ReplayExpectation expected) {
        ReplayExpectation own = ReplayExpectation.of(this);
        require(own.epochs().equals(expected.epochs()), ReplayProblem.Kind.EPOCH_SCHEDULE, "the epochs differ");
        require(
                own.snapshots().equals(expected.snapshots()),
                ReplayProblem.Kind.SNAPSHOT_SCHEDULE,
                "the snapshots of the rounds differ");
        require(own.phases().equals(expected.phases()), ReplayProblem.Kind.PHASE_SCHEDULE, "the phases differ");
        require(
                own.batchNodes().equals(expected.batchNodes()),
                ReplayProblem.Kind.BATCH_SCHEDULE,
                "the batches differ");
        require(
                own.requiredFairness().containsAll(expected.requiredFairness()),
                ReplayProblem.Kind.FAIRNESS_BUNDLE,
                "a required premise is not declared");
        switch (semantics) {
            case QUERY_DERIVED -> {}
            case HOST_SELECTED ->
                throw new ProblemException(new ReplayProblem(
                        ReplayProblem.Kind.UNSUPPORTED_SELECTED_RESULT_SEMANTICS,
                        "the result was not derived from the query"));
        }
        SearchObservation rebuilt = new ObservationRebuild(query).of(rounds, observation);
        require(
                rebuilt.equals(observation),
                ReplayProblem.Kind.OBSERVATION_ARTIFACT,
                "the rounds do not give the recorded observation");
        return rebuilt;
    }

    private static void require(boolean holds, ReplayProblem.Kind code, String message) {
        if (!holds) {
            throw new ProblemException(new ReplayProblem(code, message));
        }
    }
}

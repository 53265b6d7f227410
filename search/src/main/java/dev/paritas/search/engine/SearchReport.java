package dev.paritas.search.engine;

import dev.paritas.search.object.FairnessArtifact;
import dev.paritas.search.object.FairnessCertificate;
import dev.paritas.search.object.RouteBounds;
import dev.paritas.search.object.SchedulerProfile;
import dev.paritas.search.object.SearchObservation;
import dev.paritas.search.object.SearchRound;
import dev.paritas.search.object.SearchState;
import dev.paritas.search.object.SearchVectors;
import java.util.List;

/**
 * What a run left behind (spec 52 §8.8).
 *
 * @param rounds one per step of the run
 * @param finalState without nodes, except for a report-only run
 * @param certificates one per round
 */
public record SearchReport(
        RunConfig config,
        RunTermination termination,
        List<SearchRound> rounds,
        SearchObservation observation,
        SearchState finalState,
        FairnessArtifact fairness,
        List<FairnessCertificate> certificates,
        RouteBounds routeBounds) {
    public SearchReport {
        rounds = List.copyOf(rounds);
        certificates = List.copyOf(certificates);
    }

    /** {@return what is needed to go through the run again} */
    public SearchReplay replay(SearchQuery query) {
        return new SearchReplay(query, SelectedResultSemantics.QUERY_DERIVED, rounds, observation, finalState);
    }

    /**
     * {@return the run as it is published}
     *
     * @param schemaVersion of the family of runs
     */
    public SearchVectors vectors(String schemaVersion) {
        boolean canonical = fairness.schedulerProfile() == SchedulerProfile.CANONICAL_SERIAL;
        return new SearchVectors(
                schemaVersion,
                TheoremPacks.runtime(),
                routeBounds,
                finalState,
                certificates,
                observation,
                rounds,
                canonical ? null : fairness);
    }

    /** Who says what the result of a search is; only the first can be replayed (spec 52 §8.9). */
    public enum SelectedResultSemantics {
        QUERY_DERIVED,
        HOST_SELECTED
    }

    /** Why a run ended (spec 52 §8.6). */
    public enum RunTermination {
        COMPLETED,
        /** A batch was left, and the budget was used up. */
        SCHEDULER_STEP_BUDGET_EXHAUSTED
    }
}

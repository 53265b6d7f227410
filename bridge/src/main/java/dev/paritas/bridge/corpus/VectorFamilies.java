package dev.paritas.bridge.corpus;

import dev.paritas.search.engine.GraphDomain;
import dev.paritas.search.engine.RunConfig;
import dev.paritas.search.engine.SearchMachine;
import dev.paritas.search.engine.SearchQuery;
import dev.paritas.search.engine.SearchRun;
import dev.paritas.search.object.FairnessAssumption;
import dev.paritas.search.object.SchedulerProfile;
import dev.paritas.search.object.SearchEffort;
import dev.paritas.search.object.SearchObservation;
import dev.paritas.search.object.SearchRound;
import dev.paritas.search.object.SearchState.ReseedPolicy;
import dev.paritas.search.object.SearchVectors;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Published runs, by the name of their family, and how each is made again (spec 52 §8.8). */
public final class VectorFamilies {
    private VectorFamilies() {}

    /** {@return the schema version of the runs of {@code profile}} */
    public static String schemaVersion(SchedulerProfile profile) {
        return switch (profile) {
            case CANONICAL_SERIAL -> "search_vectors_v1";
            case THREADED_EXACT_SINGLE_LANE -> "search_vectors_threaded_exact_v1";
            case BATCHED_PARALLEL_EXACT -> "search_vectors_batched_parallel_exact_v1";
            case BATCHED_PARALLEL_ENVELOPE_BOUNDED -> "search_vectors_batched_parallel_envelope_bounded_v1";
        };
    }

    /** {@return a run to completion, as it is published} */
    public static SearchVectors made(GraphDomain domain, SearchQuery query, SchedulerProfile profile) {
        return SearchRun.run(domain.machine(query), RunConfig.of(profile)).vectors(schemaVersion(profile));
    }

    /**
     * {@return the run that {@code published} tells of, taken again}: profile, premises, changes of epoch and an unfinished
     * run's budget are the document's, everything else is ours. A family of a name that we do not know keeps its name.
     *
     * @throws dev.paritas.semanticobjects.problem.ProblemException when the document's premises do not carry its profile
     */
    public static SearchVectors again(SearchVectors published, GraphDomain domain, SearchQuery query) {
        return again(published.schemaVersion(), published.observation(), published.replayRounds(), domain, query);
    }

    /** As {@link #again(SearchVectors, GraphDomain, SearchQuery)}, from the parts of a document that tell of the run. */
    public static SearchVectors again(
            String schemaVersion,
            SearchObservation seen,
            List<SearchRound> rounds,
            GraphDomain domain,
            SearchQuery query) {
        SearchMachine machine = domain.machine(query);
        List<ReseedPolicy> reseeds = seen.reseedPolicyTrace();
        List<Long> epochs = seen.graphEpochTrace();
        for (int i = 0; i < reseeds.size() && i + 1 < epochs.size(); i++) {
            machine.reconfigure(epochs.get(i + 1), reseeds.get(i));
        }
        Set<FairnessAssumption> premises = EnumSet.noneOf(FairnessAssumption.class);
        premises.addAll(seen.fairnessAssumptions());
        RunConfig config =
                RunConfig.of(seen.schedulerProfile()).withFairness(premises).withEffort(effort(seen, rounds));
        return SearchRun.run(machine, config).vectors(family(schemaVersion, seen));
    }

    private static SearchEffort effort(SearchObservation seen, List<SearchRound> rounds) {
        boolean unfinished = !rounds.isEmpty()
                && !rounds.getLast().stateAfterRound().openNodes().isEmpty();
        return unfinished
                ? new SearchEffort.SchedulerStepBudget(seen.totalSchedulerSteps())
                : SearchEffort.TO_COMPLETION;
    }

    private static String family(String schemaVersion, SearchObservation seen) {
        boolean known = Arrays.stream(SchedulerProfile.values())
                .map(VectorFamilies::schemaVersion)
                .anyMatch(schemaVersion::equals);
        return known ? schemaVersion(seen.schedulerProfile()) : schemaVersion;
    }
}

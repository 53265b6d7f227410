package dev.paritas.search.engine;

import dev.paritas.search.engine.SearchReport.RunTermination;
import dev.paritas.search.object.FairnessArtifact;
import dev.paritas.search.object.FairnessCertificate;
import dev.paritas.search.object.SearchEffort;
import dev.paritas.search.object.SearchObservation;
import dev.paritas.search.object.SearchRound;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs a search under a configuration and reports it (spec 52 §8.6, §8.8). */
public final class SearchRun {
    private SearchRun() {}

    /**
     * Runs {@code machine} on from where it stands.
     *
     * @throws ProblemException ({@link RunConfigError}) when the configuration is refused; nothing has changed
     * @throws ProblemException ({@link SearchProblem}) when a step fails
     */
    public static SearchReport run(SearchMachine machine, RunConfig config) {
        List<SearchRound> rounds = new ArrayList<>();
        ProfileTerms terms = ProfileTerms.of(config.profile());
        RunTermination termination = steps(machine, config, step -> rounds.add(round(machine, terms, step)));
        SearchObservation observation = machine.observation(config.profile(), config.fairness());
        return new SearchReport(
                config,
                termination,
                rounds,
                observation,
                machine.state().reportOnly(),
                fairness(config, terms, rounds),
                rounds.stream().map(SearchRound::fairnessCertificate).toList(),
                BoundsOf.run(machine.query(), terms, termination, rounds, observation));
    }

    /**
     * Runs like {@link #run} but keeps the final state alone: no rounds, commits, publications, certificates or bounds.
     */
    public static SearchReport runReportOnly(SearchMachine machine, RunConfig config) {
        RunTermination termination = steps(machine, config, ignored -> {});
        ProfileTerms terms = ProfileTerms.of(config.profile());
        SearchObservation seen = machine.observation(config.profile(), config.fairness());
        SearchObservation observation = new SearchObservation(
                seen.selectedResultCost(),
                seen.selectedResultWitness(),
                seen.canonicalParentMap(),
                List.of(),
                List.of(),
                seen.replayCheckpoints(),
                seen.graphEpochTrace(),
                seen.reseedPolicyTrace(),
                seen.schedulerProfile(),
                seen.fairnessAssumptions(),
                seen.productiveSteps(),
                seen.totalSchedulerSteps());
        return new SearchReport(
                config,
                termination,
                List.of(),
                observation,
                machine.state(),
                fairness(config, terms, List.of()),
                List.of(),
                BoundsOf.nothing(machine.query(), terms, termination, observation));
    }

    private static RunTermination steps(SearchMachine machine, RunConfig config, Consumer<SearchStep> taken) {
        config.error().ifPresent(error -> {
            throw new ProblemException(error);
        });
        ProposalExecutor executor = config.proposalExecutor();
        while (true) {
            if (isSpent(machine, config.effort())) {
                return machine.nextBatch().isPresent()
                        ? RunTermination.SCHEDULER_STEP_BUDGET_EXHAUSTED
                        : RunTermination.COMPLETED;
            }
            Optional<SearchStep> step = machine.step(executor);
            if (step.isEmpty()) {
                return RunTermination.COMPLETED;
            }
            taken.accept(step.get());
        }
    }

    private static boolean isSpent(SearchMachine machine, SearchEffort effort) {
        return switch (effort) {
            case SearchEffort.RunToCompletion() -> false;
            case SearchEffort.SchedulerStepBudget(long steps) -> Long.compareUnsigned(machine.totalSteps(), steps) >= 0;
        };
    }

    private static SearchRound round(SearchMachine machine, ProfileTerms terms, SearchStep step) {
        SearchBatch batch = step.batch();
        return new SearchRound(
                batch.epoch(),
                batch.snapshotId(),
                batch.phase(),
                batch.nodes(),
                step.commits(),
                machine.state(),
                terms.certificate(batch.epoch(), batch.phase(), batch.nodes(), step.commits()));
    }

    /** The window is the first round, or empty without rounds. */
    private static FairnessArtifact fairness(RunConfig config, ProfileTerms terms, List<SearchRound> rounds) {
        FairnessCertificate window = rounds.isEmpty()
                ? terms.certificate(null, null, List.of(), List.of())
                : rounds.getFirst().fairnessCertificate();
        boolean exact = terms.isExact();
        return new FairnessArtifact(config.profile(), terms.claim(), window, exact, exact, exact);
    }
}

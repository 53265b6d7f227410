package dev.paritas.search.engine;

import static dev.paritas.search.object.FairnessAssumption.DETERMINISTIC_SCHEDULER_CONFLUENCE;
import static dev.paritas.search.object.FairnessAssumption.EVENTUAL_LIVE_BATCH_SERVICE;
import static dev.paritas.search.object.FairnessAssumption.NO_STARVATION_WITHIN_LEGAL_WINDOW;
import static dev.paritas.search.object.SchedulerProfile.BATCHED_PARALLEL_ENVELOPE_BOUNDED;
import static dev.paritas.search.object.SchedulerProfile.BATCHED_PARALLEL_EXACT;
import static dev.paritas.search.object.SchedulerProfile.CANONICAL_SERIAL;
import static dev.paritas.search.object.SchedulerProfile.THREADED_EXACT_SINGLE_LANE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.search.engine.RunConfig.CachingProfile;
import dev.paritas.search.engine.RunConfig.ExecutorKind;
import dev.paritas.search.engine.SearchReport.RunTermination;
import dev.paritas.search.object.FairnessAssumption;
import dev.paritas.search.object.SchedulerProfile;
import dev.paritas.search.object.SearchEffort;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules for runs (spec 52 §8.6). */
class RunConfigTest {
    private static RunConfig config(
            SchedulerProfile profile, ExecutorKind executor, int width, FairnessAssumption... fairness) {
        return new RunConfig(
                profile,
                executor,
                width,
                CachingProfile.EPHEMERAL_PER_STEP,
                Set.of(fairness),
                SearchEffort.TO_COMPLETION);
    }

    private static RunConfig caching(RunConfig config) {
        return new RunConfig(
                config.profile(),
                config.executor(),
                config.batchWidth(),
                CachingProfile.PERSISTENT,
                config.fairness(),
                config.effort());
    }

    @ParameterizedTest
    @EnumSource
    void the_plain_configuration_of_each_profile_is_accepted(SchedulerProfile profile) {
        assertThat(RunConfig.of(profile).error()).isEmpty();
    }

    /** {@code Config.accepted_iff}: when a run configuration is accepted, rule by rule. */
    @Test
    void each_rule_refuses_with_its_own_error() {
        assertThat(config(CANONICAL_SERIAL, ExecutorKind.SERIAL, 0, DETERMINISTIC_SCHEDULER_CONFLUENCE)
                        .error())
                .contains(new RunConfigError.ZeroBatchWidth());
        assertThat(caching(RunConfig.of(CANONICAL_SERIAL)).error())
                .contains(new RunConfigError.UnsupportedCachingProfile(CachingProfile.PERSISTENT));
        assertThat(config(CANONICAL_SERIAL, ExecutorKind.NATIVE_PARALLEL, 1, DETERMINISTIC_SCHEDULER_CONFLUENCE)
                        .error())
                .contains(new RunConfigError.RequiresSerialExecutor(CANONICAL_SERIAL));
        for (SchedulerProfile profile :
                Set.of(THREADED_EXACT_SINGLE_LANE, BATCHED_PARALLEL_EXACT, BATCHED_PARALLEL_ENVELOPE_BOUNDED)) {
            assertThat(config(profile, ExecutorKind.SERIAL, 2).error())
                    .contains(new RunConfigError.RequiresNativeParallelExecutor(profile));
        }
        assertThat(config(CANONICAL_SERIAL, ExecutorKind.SERIAL, 2).error())
                .contains(new RunConfigError.RequiresBatchWidthOne(CANONICAL_SERIAL, 2));
        assertThat(config(THREADED_EXACT_SINGLE_LANE, ExecutorKind.NATIVE_PARALLEL, 3)
                        .error())
                .contains(new RunConfigError.RequiresBatchWidthOne(THREADED_EXACT_SINGLE_LANE, 3));
        for (SchedulerProfile profile : Set.of(BATCHED_PARALLEL_EXACT, BATCHED_PARALLEL_ENVELOPE_BOUNDED)) {
            assertThat(config(profile, ExecutorKind.NATIVE_PARALLEL, 1).error())
                    .contains(new RunConfigError.RequiresBatchWidthGreaterThanOne(profile, 1));
        }
        for (SchedulerProfile profile : Set.of(CANONICAL_SERIAL, THREADED_EXACT_SINGLE_LANE, BATCHED_PARALLEL_EXACT)) {
            assertThat(RunConfig.of(profile)
                            .withFairness(Set.of(EVENTUAL_LIVE_BATCH_SERVICE))
                            .error())
                    .contains(
                            new RunConfigError.MissingFairnessAssumption(profile, DETERMINISTIC_SCHEDULER_CONFLUENCE));
        }
        RunConfig envelope = RunConfig.of(BATCHED_PARALLEL_ENVELOPE_BOUNDED);
        assertThat(envelope.withFairness(Set.of(DETERMINISTIC_SCHEDULER_CONFLUENCE))
                        .error())
                .contains(new RunConfigError.MissingFairnessAssumption(
                        BATCHED_PARALLEL_ENVELOPE_BOUNDED, EVENTUAL_LIVE_BATCH_SERVICE));
        assertThat(envelope.withFairness(Set.of(EVENTUAL_LIVE_BATCH_SERVICE)).error())
                .contains(new RunConfigError.MissingFairnessAssumption(
                        BATCHED_PARALLEL_ENVELOPE_BOUNDED, NO_STARVATION_WITHIN_LEGAL_WINDOW));
    }

    @Test
    void the_earlier_rule_wins_for_each_pair() {
        assertThat(caching(config(CANONICAL_SERIAL, ExecutorKind.NATIVE_PARALLEL, 0))
                        .error())
                .contains(new RunConfigError.ZeroBatchWidth());
        assertThat(caching(config(CANONICAL_SERIAL, ExecutorKind.NATIVE_PARALLEL, 2))
                        .error())
                .contains(new RunConfigError.UnsupportedCachingProfile(CachingProfile.PERSISTENT));
        assertThat(config(CANONICAL_SERIAL, ExecutorKind.NATIVE_PARALLEL, 2).error())
                .contains(new RunConfigError.RequiresSerialExecutor(CANONICAL_SERIAL));
        assertThat(config(BATCHED_PARALLEL_EXACT, ExecutorKind.SERIAL, 1).error())
                .contains(new RunConfigError.RequiresNativeParallelExecutor(BATCHED_PARALLEL_EXACT));
        assertThat(config(CANONICAL_SERIAL, ExecutorKind.SERIAL, 2).error())
                .contains(new RunConfigError.RequiresBatchWidthOne(CANONICAL_SERIAL, 2));
    }

    @Test
    void a_refused_run_takes_no_step() {
        SearchMachine machine = GraphDomain.PARITY.machine(GraphDomain.PARITY_QUERY);
        assertThatThrownBy(() -> SearchRun.run(machine, config(CANONICAL_SERIAL, ExecutorKind.SERIAL, 0)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isEqualTo(new RunConfigError.ZeroBatchWidth()));
        assertThat(machine.totalSteps()).isZero();
    }

    /** Domain P needs three steps; a budget that is used up with nothing left to do completes. */
    @ParameterizedTest
    @CsvSource({
        "0,0,SCHEDULER_STEP_BUDGET_EXHAUSTED",
        "1,1,SCHEDULER_STEP_BUDGET_EXHAUSTED",
        "2,2,SCHEDULER_STEP_BUDGET_EXHAUSTED",
        "3,3,COMPLETED",
        "4,3,COMPLETED",
        "-1,3,COMPLETED"
    })
    void a_budget_stops_before_the_step_that_exceeds_it(long budget, int rounds, RunTermination termination) {
        SearchReport report = SearchRun.run(
                GraphDomain.PARITY.machine(GraphDomain.PARITY_QUERY),
                RunConfig.of(CANONICAL_SERIAL).withEffort(new SearchEffort.SchedulerStepBudget(budget)));
        assertThat(report.rounds()).hasSize(rounds);
        assertThat(report.termination()).isEqualTo(termination);
    }

    @Test
    void a_budget_counts_the_steps_before_the_run() {
        SearchMachine machine = GraphDomain.PARITY.machine(GraphDomain.PARITY_QUERY);
        machine.step();
        SearchReport report = SearchRun.run(
                machine, RunConfig.of(CANONICAL_SERIAL).withEffort(new SearchEffort.SchedulerStepBudget(2)));
        assertThat(report.rounds()).hasSize(1);
    }
}

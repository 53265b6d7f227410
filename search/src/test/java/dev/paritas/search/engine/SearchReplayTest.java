package dev.paritas.search.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.search.engine.SearchReport.SelectedResultSemantics;
import dev.paritas.search.object.FairnessAssumption;
import dev.paritas.search.object.SchedulerProfile;
import dev.paritas.search.object.SearchObservation;
import dev.paritas.search.object.SearchState.ReseedPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract of replays (spec 52 §8.9). */
class SearchReplayTest {
    private static final RunConfig CANONICAL = RunConfig.of(SchedulerProfile.CANONICAL_SERIAL);

    private static SearchReplay recorded() {
        return SearchRun.run(GraphDomain.PARITY.machine(GraphDomain.PARITY_QUERY), CANONICAL)
                .replay(GraphDomain.PARITY_QUERY);
    }

    private static void assertRefused(SearchReplay replay, ReplayExpectation expected, String code) {
        assertThatThrownBy(() -> replay.replay(expected))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
    }

    @Test
    void a_recorded_run_gives_its_observation_again() {
        SearchReplay replay = recorded();
        ReplayExpectation expected = new ReplayExpectation(
                List.of(1L),
                List.of("epoch-1", "epoch-1", "epoch-1"),
                List.of(0L, 0L, 0L),
                List.of(List.of(0L), List.of(1L, 2L), List.of(4L, 5L)),
                Set.of(FairnessAssumption.DETERMINISTIC_SCHEDULER_CONFLUENCE));
        assertThat(replay.replay(expected)).isEqualTo(replay.observation());
    }

    /** One element changed for each check; what a later check would say does not matter. */
    @Test
    void the_first_check_that_fails_is_named() {
        SearchReplay replay = recorded();
        ReplayExpectation own = ReplayExpectation.of(replay);
        List<Long> epochs = List.of(2L);
        List<String> snapshots = List.of("epoch-1", "epoch-2", "epoch-1");
        List<Long> phases = List.of(0L, 1L, 0L);
        List<List<Long>> batches = List.of(List.of(0L), List.of(1L), List.of(4L, 5L));
        Set<FairnessAssumption> fairness = Set.of(FairnessAssumption.EVENTUAL_BARRIER_SERVICE);
        assertRefused(replay, new ReplayExpectation(epochs, snapshots, phases, batches, fairness), "EPOCH_SCHEDULE");
        assertRefused(
                replay, new ReplayExpectation(own.epochs(), snapshots, phases, batches, fairness), "SNAPSHOT_SCHEDULE");
        assertRefused(
                replay,
                new ReplayExpectation(own.epochs(), own.snapshots(), phases, batches, fairness),
                "PHASE_SCHEDULE");
        assertRefused(
                replay,
                new ReplayExpectation(own.epochs(), own.snapshots(), own.phases(), batches, fairness),
                "BATCH_SCHEDULE");
        SearchReplay hosted = new SearchReplay(
                replay.query(),
                SelectedResultSemantics.HOST_SELECTED,
                replay.rounds(),
                replay.observation(),
                replay.finalState());
        assertRefused(
                hosted,
                new ReplayExpectation(own.epochs(), own.snapshots(), own.phases(), own.batchNodes(), fairness),
                "FAIRNESS_BUNDLE");
        assertRefused(hosted, own, "UNSUPPORTED_SELECTED_RESULT_SEMANTICS");
        SearchObservation seen = replay.observation();
        SearchObservation planted = new SearchObservation(
                seen.selectedResultCost(),
                seen.selectedResultWitness(),
                seen.canonicalParentMap(),
                seen.selectedResultPublicationTrace(),
                seen.normalizedCommitTrace(),
                seen.replayCheckpoints(),
                seen.graphEpochTrace(),
                seen.reseedPolicyTrace(),
                seen.schedulerProfile(),
                seen.fairnessAssumptions(),
                seen.productiveSteps() + 1,
                seen.totalSchedulerSteps());
        assertRefused(
                new SearchReplay(replay.query(), replay.semantics(), replay.rounds(), planted, replay.finalState()),
                own,
                "OBSERVATION_ARTIFACT");
    }

    @Test
    void a_run_after_earlier_steps_does_not_replay() {
        SearchMachine machine = GraphDomain.PARITY.machine(GraphDomain.PARITY_QUERY);
        machine.step();
        SearchReplay replay = SearchRun.run(machine, CANONICAL).replay(GraphDomain.PARITY_QUERY);
        assertRefused(replay, ReplayExpectation.of(replay), "OBSERVATION_ARTIFACT");
    }

    @Test
    void a_run_after_a_change_of_epoch_replays_unless_steps_came_before() {
        for (ReseedPolicy policy : ReseedPolicy.values()) {
            SearchMachine fresh = GraphDomain.PARITY.machine(GraphDomain.PARITY_QUERY);
            fresh.reconfigure(2, policy);
            SearchReplay replay = SearchRun.run(fresh, CANONICAL).replay(GraphDomain.PARITY_QUERY);
            assertThat(replay.replay(ReplayExpectation.of(replay))).isEqualTo(replay.observation());
            assertThat(replay.observation().graphEpochTrace()).containsExactly(1L, 2L);
            assertThat(replay.observation().reseedPolicyTrace()).containsExactly(policy);

            SearchMachine stepped = GraphDomain.PARITY.machine(GraphDomain.PARITY_QUERY);
            stepped.step();
            stepped.reconfigure(2, policy);
            SearchReplay late = SearchRun.run(stepped, CANONICAL).replay(GraphDomain.PARITY_QUERY);
            assertRefused(late, ReplayExpectation.of(late), "OBSERVATION_ARTIFACT");
        }
    }

    /** The machine never publishes its start, and the rebuild sees a result that costs nothing. */
    @Test
    void a_query_that_accepts_its_start_does_not_replay() {
        SearchQuery query = new SearchQuery.SingleGoal(0, 0);
        SearchReport report = SearchRun.run(GraphDomain.PARITY.machine(query), CANONICAL);
        assertThat(report.observation().selectedResultCost()).isNull();
        SearchReplay replay = report.replay(query);
        assertRefused(replay, ReplayExpectation.of(replay), "OBSERVATION_ARTIFACT");
    }
}

package dev.paritas.search.engine;

import static dev.paritas.search.engine.Searches.commit;
import static dev.paritas.search.engine.Searches.publication;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.search.object.NodeParent;
import dev.paritas.search.object.SchedulerProfile;
import dev.paritas.search.object.SearchFullState;
import dev.paritas.search.object.SearchState;
import dev.paritas.search.object.SearchState.NodeScore;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The fixture domains of spec 52 §8.7 and the worked cases of §8.11, with their published figures; {@code case_parity} and its like. */
class WorkedCasesTest {
    private static final GraphDomain IMPROVED =
            GraphDomain.empty().edge(0, 1, 3).edge(0, 2, 1).edge(2, 1, 1).estimate(2, 4);

    @Test
    void domain_p() {
        SearchMachine machine = GraphDomain.PARITY.machine(GraphDomain.PARITY_QUERY);
        assertThat(Searches.batches(machine)).containsExactly(List.of(0L), List.of(1L, 2L), List.of(4L, 5L));
        SearchFullState end = machine.fullState();
        assertThat(end.normalizedCommitTrace())
                .containsExactly(commit(1, 0, 1), commit(2, 0, 1), commit(4, 1, 2), commit(5, 2, 2));
        assertThat(end.selectedResultPublicationTrace()).containsExactly(publication(2, 0L, 2L, 5L));
        assertThat(end.state().selectedResultCost()).isEqualTo(2);
        assertProgress(machine, 2, 3);
        assertThat(machine.expansions()).isEqualTo(5);
        assertThat(machine.batches()).isEqualTo(3);
    }

    @Test
    void domain_p_after_one_step() {
        SearchMachine machine = GraphDomain.PARITY.machine(GraphDomain.PARITY_QUERY);
        machine.step();
        SearchFullState state = machine.fullState();
        assertThat(state.state().closedNodes()).containsExactly(0L);
        assertThat(state.inconsNodes()).isEmpty();
        assertThat(state.epsilonMilli()).isEqualTo(1000);
        assertThat(state.state().phase()).isZero();
        assertThat(state.state().epoch()).isEqualTo(1);
        assertThat(state.snapshotId()).isEqualTo("epoch-1");
        assertThat(state.lastBatchNodes()).containsExactly(0L);
        assertThat(state.normalizedCommitTrace()).hasSize(2);
        assertThat(machine.nextBatch().orElseThrow().nodes()).containsExactly(1L, 2L);
    }

    @Test
    void domain_v() {
        SearchMachine machine = GraphDomain.VECTORS.machine(GraphDomain.VECTORS_QUERY);
        assertThat(Searches.batches(machine)).containsExactly(List.of(0L), List.of(1L, 2L), List.of(3L));
        assertThat(machine.state().parentMap()).contains(new NodeParent(3, 1));
        assertThat(machine.fullState().selectedResultPublicationTrace()).containsExactly(publication(2, 0L, 1L, 3L));
        assertProgress(machine, 2, 3);
    }

    @Test
    void tie_and_re_parent() {
        GraphDomain domain =
                GraphDomain.empty().edge(0, 1, 4).edge(0, 2, 1).edge(2, 1, 1).edge(1, 3, 1);
        SearchMachine machine = domain.machine(new SearchQuery.SingleGoal(0, 3));
        assertThat(Searches.batches(machine)).containsExactly(List.of(0L), List.of(2L), List.of(1L), List.of(3L));
        SearchFullState end = machine.fullState();
        assertThat(end.normalizedCommitTrace())
                .containsExactly(commit(1, 0, 4), commit(2, 0, 1), commit(1, 2, 2), commit(3, 1, 3));
        assertThat(end.selectedResultPublicationTrace()).containsExactly(publication(3, 0L, 2L, 1L, 3L));
        assertThat(end.state().parentMap())
                .containsExactly(new NodeParent(1, 2), new NodeParent(2, 0), new NodeParent(3, 1));
    }

    @Test
    void improved_closed_node() {
        SearchMachine machine = Searches.machine(IMPROVED, new SearchQuery.SingleGoal(0, 1), 3000);
        assertThat(Searches.batches(machine)).containsExactly(List.of(0L), List.of(1L), List.of(2L));
        assertThat(machine.fullState().selectedResultPublicationTrace())
                .containsExactly(publication(3, 0L, 1L), publication(2, 0L, 2L, 1L));
        assertThat(machine.fullState().inconsNodes()).containsExactly(1L);

        machine.decreaseEpsilon(1000);
        SearchState state = machine.state();
        assertThat(state.phase()).isEqualTo(1);
        assertThat(state.openNodes()).containsExactly(new NodeScore(1, 2));
        assertThat(machine.open().get(1L)).isEqualTo(new OpenEntry(1, 2, new SearchScore(BigInteger.valueOf(2000), 2)));
        assertThat(state.closedNodes()).isEmpty();
        assertThat(machine.fullState().inconsNodes()).isEmpty();
        assertThat(machine.fullState().lastBatchNodes()).isEmpty();
        assertThat(state.selectedResultCost()).as("the result stays").isEqualTo(2);

        SearchStep last = machine.step().orElseThrow();
        assertThat(last.batch().nodes()).containsExactly(1L);
        assertThat(last.commits()).isEmpty();
        assertProgress(machine, 2, 4);
    }

    @Test
    void fail_closed_on_an_improved_inner_node() {
        SearchMachine machine = Searches.machine(IMPROVED.edge(1, 3, 1), new SearchQuery.SingleGoal(0, 3), 3000);
        for (List<Long> nodes : List.of(List.of(0L), List.of(1L), List.of(3L))) {
            assertThat(machine.step().orElseThrow().batch().nodes()).isEqualTo(nodes);
        }
        assertThat(machine.nextBatch().orElseThrow().nodes()).containsExactly(2L);
        assertStops(machine, "PARENT_SCORE_MISMATCH");
        assertThat(machine.state().gScores()).as("the state stays as it is").contains(new NodeScore(1, 2));
    }

    @Test
    void incumbent_re_parent() {
        GraphDomain domain = GraphDomain.empty()
                .edge(3, 5, 1)
                .edge(5, 9, 1)
                .edge(3, 1, 1)
                .edge(1, 5, 0)
                .estimate(1, 10);
        SearchMachine machine = domain.machine(new SearchQuery.SingleGoal(3, 9));
        for (List<Long> nodes : List.of(List.of(3L), List.of(5L), List.of(9L))) {
            assertThat(machine.step().orElseThrow().batch().nodes()).isEqualTo(nodes);
        }
        assertThat(machine.state().selectedResultWitness()).containsExactly(3L, 5L, 9L);
        assertThat(machine.nextBatch().orElseThrow().nodes()).containsExactly(1L);
        assertStops(machine, "INCUMBENT_MISMATCH");
    }

    private static void assertStops(SearchMachine machine, String code) {
        assertThatThrownBy(machine::step)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
    }

    private static void assertProgress(SearchMachine machine, long productive, long total) {
        var observation = machine.observation(SchedulerProfile.CANONICAL_SERIAL, Set.of());
        assertThat(observation.productiveSteps()).isEqualTo(productive);
        assertThat(observation.totalSchedulerSteps()).isEqualTo(total);
    }
}

package dev.paritas.search.engine;

import static dev.paritas.search.engine.Searches.commit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.search.engine.SearchDomain.SearchEdge;
import dev.paritas.search.object.NodeParent;
import dev.paritas.search.object.SchedulerProfile;
import dev.paritas.search.object.SearchFullState;
import dev.paritas.search.object.SearchState;
import dev.paritas.search.object.SearchState.NodeScore;
import dev.paritas.search.object.SearchState.ReseedPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Changes of phase and epoch, queries and domains that fail (spec 52 §8.1, §8.3, §8.4). */
class ReconfigurationTest {
    @Test
    void start_only_clears_all_but_counters_and_traces() {
        SearchMachine machine = GraphDomain.VECTORS.machine(GraphDomain.VECTORS_QUERY);
        Searches.batches(machine);
        machine.reconfigure(2, ReseedPolicy.START_ONLY);
        SearchFullState state = machine.fullState();
        assertThat(state.state())
                .isEqualTo(new SearchState(
                        List.of(new NodeScore(0, 0)),
                        List.of(),
                        List.of(new NodeScore(0, 0)),
                        List.of(),
                        null,
                        null,
                        ReseedPolicy.START_ONLY,
                        2,
                        1));
        assertThat(state.snapshotId()).isEqualTo("epoch-2");
        assertThat(state.lastBatchNodes()).isEmpty();
        assertThat(state.normalizedCommitTrace()).hasSize(3);
        assertThat(state.selectedResultPublicationTrace()).hasSize(1);
        assertThat(machine.totalSteps()).isEqualTo(3);
    }

    /** After one step of V, 1 and 2 are open with parent 0; all three stay, 0 is opened again. */
    @Test
    void preserving_keeps_what_waits_and_the_ways_to_it() {
        SearchMachine machine = GraphDomain.VECTORS.machine(GraphDomain.VECTORS_QUERY);
        machine.step();
        machine.reconfigure(2, ReseedPolicy.PRESERVE_OPEN_AND_INCONS);
        SearchState state = machine.state();
        assertThat(state.openNodes()).containsExactly(new NodeScore(0, 0), new NodeScore(1, 1), new NodeScore(2, 1));
        assertThat(state.gScores()).containsExactlyElementsOf(state.openNodes());
        assertThat(state.parentMap()).containsExactly(new NodeParent(1, 0), new NodeParent(2, 0));
        assertThat(state.closedNodes()).isEmpty();
        assertThat(state.phase()).isEqualTo(1);
    }

    /** Node 7 is closed and leads nowhere: neither its cost nor its link survives. */
    @Test
    void nodes_that_lead_to_nothing_open_are_dropped() {
        GraphDomain domain = GraphDomain.empty().edge(0, 7, 1).edge(0, 1, 2).edge(1, 2, 5);
        SearchMachine machine = domain.machine(new SearchQuery.SingleGoal(0, 9));
        machine.step();
        machine.step();
        machine.step();
        assertThat(machine.state().closedNodes()).containsExactly(0L, 1L, 7L);
        machine.reconfigure(2, ReseedPolicy.PRESERVE_OPEN_AND_INCONS);
        assertThat(machine.state().gScores())
                .containsExactly(new NodeScore(0, 0), new NodeScore(1, 2), new NodeScore(2, 7));
        assertThat(machine.state().openNodes()).containsExactly(new NodeScore(0, 0), new NodeScore(2, 7));
        assertThat(machine.state().parentMap()).containsExactly(new NodeParent(1, 0), new NodeParent(2, 1));
    }

    @Test
    void the_weight_of_the_heuristic_can_only_fall() {
        SearchMachine machine = Searches.machine(GraphDomain.PARITY, GraphDomain.PARITY_QUERY, 2000);
        assertThatThrownBy(() -> machine.decreaseEpsilon(2001)).isInstanceOf(IllegalArgumentException.class);
        machine.decreaseEpsilon(2000);
        assertThat(machine.phase()).isZero();
        machine.decreaseEpsilon(1999);
        assertThat(machine.phase()).isEqualTo(1);
    }

    @Test
    void a_domain_that_fails_changes_nothing() {
        SearchDomain broken = new SearchDomain() {
            @Override
            public List<SearchEdge> successors(long epoch, long node) {
                if (node == 1) {
                    throw new ProblemException(new SearchProblem(SearchProblem.Kind.DOMAIN, "node 1 is unreadable"));
                }
                return GraphDomain.PARITY.successors(epoch, node);
            }

            @Override
            public long heuristic(long epoch, long node, long target) {
                return 0;
            }

            @Override
            public String snapshotId(long epoch) {
                return "s";
            }
        };
        for (ProposalExecutor executor : List.of(ProposalExecutor.SERIAL, new ProposalExecutor.NativeParallel(1))) {
            SearchMachine machine = Searches.machine(broken, GraphDomain.PARITY_QUERY, 1000);
            machine.step(executor);
            SearchFullState before = machine.fullState();
            assertThatThrownBy(() -> machine.step(executor))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().code()).isEqualTo("DOMAIN"));
            assertThat(machine.fullState()).isEqualTo(before);
            assertThat(machine.totalSteps()).isEqualTo(1);
        }
    }

    @Test
    void a_query_needs_an_accepted_node_and_orders_them() {
        for (Runnable empty : List.<Runnable>of(
                () -> new SearchQuery.MultiGoal(0, List.of()),
                () -> new SearchQuery.CandidateSet(0, List.of(), OptionalLong.empty()))) {
            assertThatThrownBy(empty::run)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().code()).isEqualTo("EMPTY_ACCEPTED_SET"));
        }
        assertThat(new SearchQuery.MultiGoal(0, List.of(-1L, 5L, 3L, 5L)).accepted())
                .containsExactly(3L, 5L, -1L);
        assertThat(new SearchQuery.MultiGoal(0, List.of(3L)).pathGoal()).isEmpty();
        assertThat(new SearchQuery.SingleGoal(0, 3).pathGoal()).hasValue(3);
    }

    @Test
    void the_estimate_is_the_anchors_or_the_least_of_the_accepted() {
        SearchDomain distance = new SearchDomain() {
            @Override
            public List<SearchEdge> successors(long epoch, long node) {
                return List.of();
            }

            @Override
            public long heuristic(long epoch, long node, long target) {
                return Math.abs(node - target) + epoch;
            }

            @Override
            public String snapshotId(long epoch) {
                return "s";
            }
        };
        List<Long> targets = List.of(10L, 4L);
        assertThat(new SearchQuery.MultiGoal(0, targets).heuristic(distance, 1, 5))
                .isEqualTo(2);
        assertThat(new SearchQuery.CandidateSet(0, targets, OptionalLong.empty()).heuristic(distance, 2, 5))
                .isEqualTo(3);
        assertThat(new SearchQuery.CandidateSet(0, targets, OptionalLong.of(9)).heuristic(distance, 1, 5))
                .isEqualTo(5);
    }

    @Test
    void costs_stop_at_the_largest_word_and_fail_closed_there() {
        GraphDomain domain = GraphDomain.empty().edge(0, 1, -2L).edge(1, 2, 1).edge(2, 3, 1);
        SearchMachine machine = domain.machine(new SearchQuery.SingleGoal(0, 9));
        machine.step();
        assertThat(machine.step().orElseThrow().commits()).containsExactly(commit(2, 1, -1L));
        assertThatThrownBy(machine::step)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("PARENT_SCORE_MISMATCH"));
    }

    /** 3 costs 4 by two ways through one batch: the smaller parent wins, whatever comes first. */
    @Test
    void equal_ways_go_to_the_smaller_parent_and_publish_the_smaller_witness() {
        GraphDomain domain =
                GraphDomain.empty().edge(0, 2, 1).edge(0, 1, 1).edge(2, 3, 3).edge(1, 3, 3);
        SearchMachine machine = domain.machine(new SearchQuery.SingleGoal(0, 3));
        Searches.batches(machine);
        assertThat(machine.observation(SchedulerProfile.CANONICAL_SERIAL, Set.of())
                        .selectedResultPublicationTrace())
                .containsExactly(Searches.publication(4, 0L, 1L, 3L));
    }
}

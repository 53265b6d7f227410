package dev.paritas.search.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.search.bundle.RefinementCheck;
import dev.paritas.search.bundle.ThreadedRefinement;
import dev.paritas.search.engine.SearchDomain.SearchEdge;
import dev.paritas.search.object.SchedulerProfile;
import dev.paritas.search.object.SearchRound;
import dev.paritas.search.object.SearchState;
import dev.paritas.search.object.SearchState.NodeScore;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Random small graphs without estimates: all exact profiles agree, and the results are Dijkstra's. */
class SearchPropertiesTest {
    private static final int GRAPHS = 400;
    private static final int NODES = 9;

    /** Every edge costs at least 1: without estimates a closed node is then never improved. */
    private static GraphDomain graph(Random random) {
        GraphDomain domain = GraphDomain.empty();
        int edges = random.nextInt(24);
        for (int i = 0; i < edges; i++) {
            domain = domain.edge(random.nextInt(NODES), random.nextInt(NODES), 1 + random.nextInt(4));
        }
        return domain;
    }

    private static Map<Long, Long> dijkstra(GraphDomain domain, long start) {
        record At(long node, long cost) {}
        Map<Long, Long> settled = new TreeMap<>();
        PriorityQueue<At> queue = new PriorityQueue<>(Comparator.comparingLong(At::cost));
        queue.add(new At(start, 0));
        while (!queue.isEmpty()) {
            At at = queue.remove();
            if (settled.putIfAbsent(at.node(), at.cost()) == null) {
                domain.successors(1, at.node()).forEach(edge -> queue.add(new At(edge.to(), at.cost() + edge.cost())));
            }
        }
        return settled;
    }

    private static SearchQuery query(Random random) {
        long goal = 1L + random.nextInt(NODES - 1);
        return switch (random.nextInt(3)) {
            case 0 -> new SearchQuery.SingleGoal(0, goal);
            case 1 -> new SearchQuery.MultiGoal(0, List.of(goal, 1L, 2L));
            default -> new SearchQuery.CandidateSet(0, List.of(goal, 3L), OptionalLong.of(7));
        };
    }

    /** {@code State.run_rounds_eq}: all accepted configurations give the same rounds. */
    @Test
    void every_profile_gives_the_same_run_and_dijkstras_costs() {
        for (int seed = 0; seed < GRAPHS; seed++) {
            Random random = new Random(seed);
            GraphDomain domain = graph(random);
            SearchQuery query = query(random);
            SearchMachine machine = domain.machine(query);
            SearchReport canonical = SearchRun.run(machine, RunConfig.of(SchedulerProfile.CANONICAL_SERIAL));
            Map<Long, Long> costs = dijkstra(domain, 0);
            assertThat(machine.state().gScores())
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(costs.entrySet().stream()
                            .map(cost -> new NodeScore(cost.getKey(), cost.getValue()))
                            .toList());
            assertThat(canonical.observation().selectedResultCost())
                    .as("seed %d", seed)
                    .isEqualTo(query.accepted().stream()
                            .filter(costs::containsKey)
                            .map(costs::get)
                            .min(Comparator.naturalOrder())
                            .orElse(null));
            for (SearchRound round : canonical.rounds()) {
                assertThat(round.batchNodes()).as("seed %d", seed).isSorted();
                assertThat(round.batchNodes().stream().map(costs::get).distinct())
                        .as("seed %d: one score in a batch", seed)
                        .hasSize(1);
            }
            for (SchedulerProfile profile : SchedulerProfile.values()) {
                SearchReport other = SearchRun.run(domain.machine(query), RunConfig.of(profile));
                assertThat(states(other)).as("seed %d, %s", seed, profile).isEqualTo(states(canonical));
                assertThat(other.observation().normalizedCommitTrace())
                        .isEqualTo(canonical.observation().normalizedCommitTrace());
                assertThat(other.observation().selectedResultPublicationTrace())
                        .isEqualTo(canonical.observation().selectedResultPublicationTrace());
            }
            assertThat(RefinementCheck.on(domain, query))
                    .as("seed %d", seed)
                    .isEqualTo(new ThreadedRefinement(true, true, true, true, true, true, true, true));
            SearchReplay replay = canonical.replay(query);
            assertThat(replay.replay(ReplayExpectation.of(replay)))
                    .as("seed %d", seed)
                    .isEqualTo(canonical.observation());
        }
    }

    private static List<SearchState> states(SearchReport report) {
        return report.rounds().stream().map(SearchRound::stateAfterRound).toList();
    }

    /** Successors may come in any order; parallel edges of equal and different cost included. */
    @Test
    void the_order_of_successors_changes_nothing() {
        for (int seed = 0; seed < GRAPHS; seed++) {
            Random random = new Random(seed);
            GraphDomain domain = graph(random).edge(0, 1, 2).edge(0, 1, 2).edge(0, 1, 3);
            SearchDomain shuffled = new SearchDomain() {
                @Override
                public List<SearchEdge> successors(long epoch, long node) {
                    List<SearchEdge> edges = new ArrayList<>(domain.successors(epoch, node));
                    Collections.shuffle(edges, random);
                    return edges;
                }

                @Override
                public long heuristic(long epoch, long node, long target) {
                    return domain.heuristic(epoch, node, target);
                }

                @Override
                public String snapshotId(long epoch) {
                    return domain.snapshotId(epoch);
                }
            };
            SearchQuery query = new SearchQuery.SingleGoal(0, 5);
            SearchReport left = SearchRun.run(domain.machine(query), RunConfig.of(SchedulerProfile.CANONICAL_SERIAL));
            SearchReport right = SearchRun.run(
                    Searches.machine(shuffled, query, 1000), RunConfig.of(SchedulerProfile.CANONICAL_SERIAL));
            assertThat(right).as("seed %d", seed).isEqualTo(left);
        }
    }

    /** Edges without cost can close rings of equal nodes: every search ends, with a result or an error. */
    @Test
    void searches_with_free_edges_and_estimates_end() {
        int errors = 0;
        for (int seed = 0; seed < GRAPHS; seed++) {
            Random random = new Random(seed);
            GraphDomain domain = GraphDomain.empty();
            for (int i = 0; i < 20; i++) {
                domain = domain.edge(random.nextInt(NODES), random.nextInt(NODES), random.nextInt(3))
                        .estimate(random.nextInt(NODES), random.nextInt(4));
            }
            try {
                SearchRun.run(
                        Searches.machine(domain, new SearchQuery.SingleGoal(0, 5), 2500),
                        RunConfig.of(SchedulerProfile.CANONICAL_SERIAL));
            } catch (ProblemException e) {
                e.only(SearchProblem.class);
                assertThat(e.problem().code()).as("seed %d", seed).isIn("PARENT_SCORE_MISMATCH", "INCUMBENT_MISMATCH");
                errors++;
            }
        }
        assertThat(errors).isPositive();
    }
}

package dev.paritas.search.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.search.object.NodeParent;
import dev.paritas.search.object.SearchCommit;
import dev.paritas.search.object.SearchState;
import dev.paritas.search.object.SearchState.NodeScore;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is proved of each step of a search, on random small graphs with free edges and estimates. */
class SearchStepPropertiesTest {
    private static final int GRAPHS = 300;
    private static final int NODES = 8;

    private static SearchMachine machine(Random random) {
        GraphDomain domain = GraphDomain.empty();
        for (int i = 0; i < 18; i++) {
            domain = domain.edge(random.nextInt(NODES), random.nextInt(NODES), random.nextInt(4))
                    .estimate(random.nextInt(NODES), random.nextInt(3));
        }
        return Searches.machine(domain, new SearchQuery.SingleGoal(0, 5), 1000 + random.nextInt(2) * 1500L);
    }

    private static Optional<SearchStep> step(SearchMachine machine) {
        try {
            return machine.step();
        } catch (ProblemException e) {
            e.only(SearchProblem.class);
            // An improved closed node: the step broke an invariant and the search ends (spec 52 §8.3).
            return Optional.empty();
        }
    }

    /**
     * {@code State.batch_iff}: the batch is exactly the open nodes than which none has a lower score.
     * {@code State.batch_one_score}: they have one score. {@code State.step_services}: after the step they are closed,
     * and open no more.
     */
    @Test
    void a_step_closes_exactly_the_open_nodes_of_the_least_score() {
        int several = 0;
        for (int seed = 0; seed < GRAPHS; seed++) {
            SearchMachine machine = machine(new Random(seed));
            while (true) {
                Map<Long, OpenEntry> open = machine.open();
                List<OpenEntry> least = open.values().stream()
                        .filter(entry -> open.values().stream()
                                .noneMatch(other -> other.score().compareTo(entry.score()) < 0))
                        .toList();
                assertThat(machine.nextBatch().map(SearchBatch::entries).orElse(List.of()))
                        .as("seed %d", seed)
                        .isEqualTo(least);
                assertThat(least.stream().map(OpenEntry::score).distinct().count())
                        .as("seed %d", seed)
                        .isLessThanOrEqualTo(1);
                Optional<SearchStep> step = step(machine);
                if (step.isEmpty()) {
                    break;
                }
                assertThat(machine.state().closedNodes())
                        .as("seed %d", seed)
                        .containsAll(step.get().batch().nodes());
                assertThat(machine.open().keySet())
                        .as("seed %d", seed)
                        .doesNotContainAnyElementsOf(step.get().batch().nodes());
                several += least.size() > 1 ? 1 : 0;
            }
        }
        assertThat(several).as("batches of more than one node").isGreaterThan(50);
    }

    /**
     * {@code State.improves_iff}, {@code State.apply_commits_iff}: a proposal is committed exactly if its target is new,
     * or it is cheaper, or as cheap and from a smaller parent.
     */
    @Test
    void a_step_commits_exactly_what_improves() {
        int refused = 0;
        for (int seed = 0; seed < GRAPHS; seed++) {
            SearchMachine machine = machine(new Random(seed));
            while (machine.nextBatch().isPresent()) {
                SearchState before = machine.state();
                List<Proposal> kept = Proposal.normalized(ProposalExecutor.SERIAL.proposals(
                        machine.domain(), machine.nextBatch().orElseThrow()));
                Optional<SearchStep> step = step(machine);
                if (step.isEmpty()) {
                    break;
                }
                List<SearchCommit> expected = kept.stream()
                        .filter(proposal -> improves(before, proposal))
                        .map(proposal -> Searches.commit(proposal.to(), proposal.from(), proposal.tentative()))
                        .toList();
                assertThat(step.get().commits()).as("seed %d", seed).isEqualTo(expected);
                refused += kept.size() - expected.size();
            }
        }
        assertThat(refused).as("proposals that improve nothing").isGreaterThan(100);
    }

    private static boolean improves(SearchState state, Proposal proposal) {
        Map<Long, Long> costs = new HashMap<>();
        for (NodeScore score : state.gScores()) {
            costs.put(score.node(), score.score());
        }
        Map<Long, Long> parents = new HashMap<>();
        for (NodeParent link : state.parentMap()) {
            parents.put(link.node(), link.parent());
        }
        Long known = costs.get(proposal.to());
        Long parent = parents.get(proposal.to());
        return known == null
                || proposal.tentative() < known
                || proposal.tentative() == known && parent != null && proposal.from() < parent;
    }

    /**
     * {@code normalise_best}: one proposal is kept for each target, and none of the others is better.
     * {@code normalise_ascends}: targets ascend.
     */
    @Test
    void the_best_proposal_for_each_target_is_kept() {
        Comparator<Proposal> better = Comparator.comparingLong(Proposal::tentative)
                .thenComparingLong(Proposal::from)
                .thenComparingInt(Proposal::index);
        for (int seed = 0; seed < GRAPHS; seed++) {
            Random random = new Random(seed);
            List<Proposal> all = new ArrayList<>();
            for (int i = random.nextInt(12); i > 0; i--) {
                all.add(new Proposal(
                        random.nextInt(3), random.nextInt(3), random.nextInt(4), "e" + i, 1, random.nextInt(4)));
            }
            Map<Long, Proposal> best = new TreeMap<>();
            for (Proposal proposal : all) {
                Proposal known = best.get(proposal.to());
                if (known == null || better.compare(proposal, known) < 0) {
                    best.put(proposal.to(), proposal);
                }
            }
            assertThat(Proposal.normalized(all)).as("seed %d", seed).containsExactlyElementsOf(best.values());
        }
    }

    /**
     * {@code Authority.ofEdge_independent_iff}: two edges are independent exactly if neither target is a node of the other
     * edge and not both targets are results. {@code isIndependent_comm}: independence has no direction.
     */
    @Test
    void edges_are_independent_unless_a_target_is_shared() {
        SearchQuery query = new SearchQuery.MultiGoal(0, List.of(2L, 3L));
        for (int edges = 0; edges < 625; edges++) {
            long from = edges % 5;
            long to = edges / 5 % 5;
            long otherFrom = edges / 25 % 5;
            long otherTo = edges / 125;
            boolean apart = to != otherTo && to != otherFrom && otherTo != from;
            boolean results = query.accepts(to) && query.accepts(otherTo);
            Authority one = Authority.of(query, from, to);
            Authority other = Authority.of(query, otherFrom, otherTo);
            assertThat(one.isIndependent(other))
                    .as("%d-%d and %d-%d", from, to, otherFrom, otherTo)
                    .isEqualTo(apart && !results)
                    .isEqualTo(other.isIndependent(one));
        }
    }
}

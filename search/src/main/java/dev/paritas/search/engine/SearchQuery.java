package dev.paritas.search.engine;

import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/** What is searched for (spec 52 §8.1). */
public sealed interface SearchQuery {
    /** One goal; the only query with a path problem. */
    record SingleGoal(long start, long goal) implements SearchQuery {}

    /** Any of several goals, ascending without repetition; {@code EMPTY_ACCEPTED_SET} without one. */
    record MultiGoal(long start, List<Long> goals) implements SearchQuery {
        public MultiGoal {
            goals = normal(goals);
        }
    }

    /**
     * Any of several candidates, ascending without repetition; {@code EMPTY_ACCEPTED_SET} without one.
     *
     * @param heuristicAnchor the node that heuristics estimate the way to; empty for the nearest candidate
     */
    record CandidateSet(long start, List<Long> candidates, OptionalLong heuristicAnchor) implements SearchQuery {
        public CandidateSet {
            candidates = normal(candidates);
        }
    }

    long start();

    /** {@return the accepted nodes, ascending} */
    default List<Long> accepted() {
        return switch (this) {
            case SingleGoal(long ignored, long goal) -> List.of(goal);
            case MultiGoal(long ignored, List<Long> goals) -> goals;
            case CandidateSet(long ignored, List<Long> candidates, OptionalLong ignored2) -> candidates;
        };
    }

    default boolean accepts(long node) {
        return Collections.binarySearch(accepted(), node, Long::compareUnsigned) >= 0;
    }

    /** {@return the goal whose path is the problem} */
    default OptionalLong pathGoal() {
        return this instanceof SingleGoal(long ignored, long goal) ? OptionalLong.of(goal) : OptionalLong.empty();
    }

    /** {@return the estimate from {@code node}: to the anchor if there is one, else to the nearest accepted node} */
    default long heuristic(SearchDomain domain, long epoch, long node) {
        if (this instanceof CandidateSet(long ignored, List<Long> ignored2, OptionalLong anchor)
                && anchor.isPresent()) {
            return domain.heuristic(epoch, node, anchor.getAsLong());
        }
        long least = -1L;
        for (long target : accepted()) {
            long estimate = domain.heuristic(epoch, node, target);
            least = Long.compareUnsigned(estimate, least) < 0 ? estimate : least;
        }
        return least;
    }

    private static List<Long> normal(Collection<Long> nodes) {
        if (nodes.isEmpty()) {
            throw new ProblemException(
                    new SearchProblem(SearchProblem.Kind.EMPTY_ACCEPTED_SET, "the query accepts no node"));
        }
        SortedSet<Long> ordered = new TreeSet<>(Long::compareUnsigned);
        ordered.addAll(nodes);
        return List.copyOf(ordered);
    }
}

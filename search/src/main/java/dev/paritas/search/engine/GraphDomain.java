package dev.paritas.search.engine;

import dev.paritas.search.engine.SearchDomain.SearchEdge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A small graph written down edge by edge; it is the same in every epoch.
 *
 * @param edges by the node they leave
 * @param estimates by node, for every target; 0 where none is given
 */
public record GraphDomain(Map<Long, List<SearchEdge>> edges, Map<Long, Long> estimates) implements SearchDomain {
    /** Domain P: 0→1 (1), 0→2 (1), 1→4 (1), 2→5 (1) (spec 52 §8.7). */
    public static final GraphDomain PARITY =
            empty().edge(0, 1, 1).edge(0, 2, 1).edge(1, 4, 1).edge(2, 5, 1);

    /** The query of domain P. */
    public static final SearchQuery PARITY_QUERY = new SearchQuery.SingleGoal(0, 5);

    /** Domain V: 0→1 (1), 0→2 (1), 1→3 (1), 2→3 (2) (spec 52 §8.7). */
    public static final GraphDomain VECTORS =
            empty().edge(0, 1, 1).edge(0, 2, 1).edge(1, 3, 1).edge(2, 3, 2);

    /** The query of domain V. */
    public static final SearchQuery VECTORS_QUERY = new SearchQuery.SingleGoal(0, 3);

    /** The epoch in which the fixtures begin. */
    public static final long FIRST_EPOCH = 1;

    /** The plain sum of cost and estimate. */
    public static final long PLAIN_EPSILON = 1000;

    public GraphDomain {
        Map<Long, List<SearchEdge>> copy = new HashMap<>();
        edges.forEach((node, leaving) -> copy.put(node, List.copyOf(leaving)));
        edges = Map.copyOf(copy);
        estimates = Map.copyOf(estimates);
    }

    public static GraphDomain empty() {
        return new GraphDomain(Map.of(), Map.of());
    }

    /** {@return this graph with one more edge, called {@code from-to}} */
    public GraphDomain edge(long from, long to, long cost) {
        Map<Long, List<SearchEdge>> more = new HashMap<>(edges);
        List<SearchEdge> leaving = new ArrayList<>(edges.getOrDefault(from, List.of()));
        leaving.add(new SearchEdge(Long.toUnsignedString(from) + "-" + Long.toUnsignedString(to), to, cost));
        more.put(from, leaving);
        return new GraphDomain(more, estimates);
    }

    /** {@return this graph with an estimate} */
    public GraphDomain estimate(long node, long cost) {
        Map<Long, Long> more = new HashMap<>(estimates);
        more.put(node, cost);
        return new GraphDomain(edges, more);
    }

    /** {@return a machine in the first epoch with the plain sum} */
    public SearchMachine machine(SearchQuery query) {
        return new SearchMachine(this, query, FIRST_EPOCH, PLAIN_EPSILON);
    }

    @Override
    public List<SearchEdge> successors(long epoch, long node) {
        return edges.getOrDefault(node, List.of());
    }

    @Override
    public long heuristic(long epoch, long node, long target) {
        return estimates.getOrDefault(node, 0L);
    }

    @Override
    public String snapshotId(long epoch) {
        return epoch == FIRST_EPOCH ? "epoch-1" : "epoch-2";
    }
}

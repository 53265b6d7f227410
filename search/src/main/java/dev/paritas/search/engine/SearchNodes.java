package dev.paritas.search.engine;

import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The nodes of a search: open, closed, inconsistent, with costs and parents; all ascend by node. */
final class SearchNodes {
    private final TreeMap<Long, OpenEntry> open = new TreeMap<>(Long::compareUnsigned);
    private final TreeSet<OpenEntry> queue = new TreeSet<>(OpenEntry.ORDER);
    final TreeSet<Long> closed = new TreeSet<>(Long::compareUnsigned);
    final TreeSet<Long> incons = new TreeSet<>(Long::compareUnsigned);
    final TreeMap<Long, Long> costs = new TreeMap<>(Long::compareUnsigned);
    final TreeMap<Long, ParentLink> parents = new TreeMap<>(Long::compareUnsigned);

    Map<Long, OpenEntry> open() {
        return open;
    }

    void open(OpenEntry entry) {
        close(entry.node());
        open.put(entry.node(), entry);
        queue.add(entry);
    }

    /** Takes a node out of the open ones, if it is there. */
    void close(long node) {
        OpenEntry entry = open.remove(node);
        if (entry != null) {
            queue.remove(entry);
        }
    }

    void closeAll() {
        open.clear();
        queue.clear();
    }

    /** {@return the open entries of the lowest score, ascending by node} */
    List<OpenEntry> lowest() {
        List<OpenEntry> batch = new ArrayList<>();
        for (OpenEntry entry : queue) {
            if (!batch.isEmpty() && !entry.score().equals(batch.getFirst().score())) {
                break;
            }
            batch.add(entry);
        }
        return batch;
    }

    /** {@return the node's cost from the start, 0 when none is known} */
    long costOf(long node) {
        return costs.getOrDefault(node, 0L);
    }

    /** {@return the path from {@code start} to {@code node} by parent links; empty when they do not lead there} */
    Optional<List<Long>> path(long start, long node) {
        ArrayDeque<Long> path = new ArrayDeque<>();
        path.addFirst(node);
        long at = node;
        while (at != start) {
            ParentLink link = parents.get(at);
            // Edges without cost can make a ring of equal nodes.
            if (link == null || path.size() > parents.size()) {
                return Optional.empty();
            }
            at = link.from();
            path.addFirst(at);
        }
        return Optional.of(List.copyOf(path));
    }

    /** The checks of spec 52 §8.3 step 9, in order. */
    void requireInvariants(long start, @Nullable Incumbent incumbent, @Nullable SearchBatch batch, long epoch) {
        if (closed.stream().anyMatch(open::containsKey)) {
            throw new ProblemException(
                    new SearchProblem(SearchProblem.Kind.OPEN_CLOSED_OVERLAP, "a node is both open and closed"));
        }
        if (!closed.containsAll(incons)) {
            throw new ProblemException(
                    new SearchProblem(SearchProblem.Kind.INCONS_NOT_CLOSED, "an inconsistent node is not closed"));
        }
        parents.forEach((node, link) -> {
            Long from = costs.get(link.from());
            Long cost = costs.get(node);
            if (from == null || cost == null || from + link.cost() != cost || isOverflow(from, link.cost())) {
                throw new ProblemException(new SearchProblem(
                        SearchProblem.Kind.PARENT_SCORE_MISMATCH,
                        "node " + Long.toUnsignedString(node) + " does not cost what its parent "
                                + Long.toUnsignedString(link.from()) + " and the edge between cost"));
            }
        });
        if (incumbent != null && !stands(start, incumbent)) {
            throw new ProblemException(new SearchProblem(
                    SearchProblem.Kind.INCUMBENT_MISMATCH, "the published result is no longer the path to its node"));
        }
        if (batch != null && !isLegal(batch, epoch)) {
            throw new ProblemException(new SearchProblem(
                    SearchProblem.Kind.ILLEGAL_BATCH_WINDOW, "the batch has several scores or another epoch"));
        }
    }

    private static boolean isOverflow(long left, long right) {
        return Long.compareUnsigned(left + right, left) < 0;
    }

    private boolean stands(long start, Incumbent incumbent) {
        Long cost = costs.get(incumbent.terminal());
        return cost != null
                && cost == incumbent.cost()
                && path(start, incumbent.terminal())
                        .filter(incumbent.witness()::equals)
                        .isPresent();
    }

    private static boolean isLegal(SearchBatch batch, long epoch) {
        SearchScore score = batch.entries().getFirst().score();
        return batch.epoch() == epoch
                && batch.entries().stream().allMatch(entry -> entry.score().equals(score));
    }
}

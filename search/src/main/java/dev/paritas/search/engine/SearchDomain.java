package dev.paritas.search.engine;

import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.List;

/**
 * The graph that is searched. Nodes, epochs and costs are unsigned. A parallel executor asks for successors from several
 * threads at once.
 */
public interface SearchDomain {
    /**
     * {@return the edges that leave {@code node}, in any order}
     *
     * @throws ProblemException ({@link SearchProblem}) {@code DOMAIN} when they cannot be told; the step is then not
     *     taken
     */
    List<SearchEdge> successors(long epoch, long node);

    /** {@return the estimated cost from {@code node} to {@code target}} */
    long heuristic(long epoch, long node, long target);

    /** {@return the name of the graph's state in {@code epoch}} */
    String snapshotId(long epoch);

    /**
     * A way out of a node.
     *
     * @param label a name that appears in no artifact
     * @param to unsigned, like all nodes and costs
     */
    record SearchEdge(String label, long to, long cost) {}
}

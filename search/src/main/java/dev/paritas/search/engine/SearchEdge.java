package dev.paritas.search.engine;

/**
 * A way out of a node.
 *
 * @param label a name that appears in no artifact
 * @param to unsigned, like all nodes and costs
 */
public record SearchEdge(String label, long to, long cost) {}

package dev.paritas.search.engine;

/** A part of the search state that is no node (spec 52 §8.5). */
public enum AuthoritySurface {
    INCUMBENT,
    BATCH_WINDOW,
    PHASE,
    GRAPH_EPOCH
}

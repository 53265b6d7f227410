package dev.paritas.search.engine;

/** How a node was reached last. */
record ParentLink(long from, String edge, long cost) {}

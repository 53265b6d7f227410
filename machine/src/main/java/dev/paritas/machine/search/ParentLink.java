package dev.paritas.machine.search;

/** How a node was reached last. */
record ParentLink(long from, String edge, long cost) {}

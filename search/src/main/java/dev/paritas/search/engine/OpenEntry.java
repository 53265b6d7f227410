package dev.paritas.search.engine;

import java.util.Comparator;

/** A node to be expanded: its cost from the start and its rank. */
public record OpenEntry(long node, long cost, SearchScore score) {
    static final Comparator<OpenEntry> ORDER =
            Comparator.comparing(OpenEntry::score).thenComparing(OpenEntry::node, Long::compareUnsigned);
}

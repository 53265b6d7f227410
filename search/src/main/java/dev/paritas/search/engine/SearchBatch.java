package dev.paritas.search.engine;

import java.util.List;

/**
 * All open entries of the lowest score (spec 52 §8.2).
 *
 * @param entries ascending by node, never empty
 */
public record SearchBatch(List<OpenEntry> entries, long epoch, String snapshotId, long phase) {
    public SearchBatch {
        entries = List.copyOf(entries);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("a batch has an entry");
        }
    }

    /** {@return the nodes, ascending} */
    public List<Long> nodes() {
        return entries.stream().map(OpenEntry::node).toList();
    }
}

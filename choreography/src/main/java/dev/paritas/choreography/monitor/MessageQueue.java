package dev.paritas.choreography.monitor;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The labels under way on one edge, first in, first out. Allocates only while it grows. */
final class MessageQueue {
    private @Nullable String[] ring = new @Nullable String[4];
    private int first;
    private int size;

    int size() {
        return size;
    }

    /** {@return the label that is taken next; null when there is none} */
    @Nullable
    String head() {
        return size == 0 ? null : ring[first];
    }

    void add(String label) {
        if (size == ring.length) {
            @Nullable String[] wider = new @Nullable String[2 * size];
            for (int i = 0; i < size; i++) {
                wider[i] = ring[(first + i) % size];
            }
            ring = wider;
            first = 0;
        }
        ring[(first + size++) & (ring.length - 1)] = label;
    }

    void remove() {
        ring[first] = null;
        first = (first + 1) & (ring.length - 1);
        size--;
    }

    MessageQueue copy() {
        MessageQueue copy = new MessageQueue();
        copy.ring = Arrays.copyOf(ring, ring.length);
        copy.first = first;
        copy.size = size;
        return copy;
    }

    boolean holdsSameAs(MessageQueue other) {
        if (size != other.size) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            String mine = ring[(first + i) & (ring.length - 1)];
            if (mine == null || !mine.equals(other.ring[(other.first + i) & (other.ring.length - 1)])) {
                return false;
            }
        }
        return true;
    }
}

package dev.paritas.machine.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The global ready order: a doubly linked list over ids, so that leaving from the middle costs the same as from the front. */
final class ReadyOrder {
    private static final int NONE = -1;
    private static final int ABSENT = -2;

    private int[] next = filled(16);
    private int[] previous = filled(16);
    private int first = NONE;
    private int last = NONE;

    private static int[] filled(int length) {
        int[] links = new int[length];
        Arrays.fill(links, ABSENT);
        return links;
    }

    boolean isEmpty() {
        return first == NONE;
    }

    boolean contains(int id) {
        return id < next.length && next[id] != ABSENT;
    }

    void append(int id) {
        if (contains(id)) {
            return;
        }
        if (id >= next.length) {
            int length = Math.max(id + 1, next.length * 2);
            next = grown(next, length);
            previous = grown(previous, length);
        }
        next[id] = NONE;
        previous[id] = last;
        if (last == NONE) {
            first = id;
        } else {
            next[last] = id;
        }
        last = id;
    }

    void remove(int id) {
        if (!contains(id)) {
            return;
        }
        int before = previous[id];
        int after = next[id];
        if (before == NONE) {
            first = after;
        } else {
            next[before] = after;
        }
        if (after == NONE) {
            last = before;
        } else {
            previous[after] = before;
        }
        next[id] = ABSENT;
    }

    List<Long> toList() {
        List<Long> ids = new ArrayList<>();
        for (int id = first; id != NONE; id = next[id]) {
            ids.add((long) id);
        }
        return ids;
    }

    private static int[] grown(int[] links, int length) {
        int[] larger = Arrays.copyOf(links, length);
        Arrays.fill(larger, links.length, length, ABSENT);
        return larger;
    }
}

package dev.paritas.machine.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An append-only log that keeps its last {@code capacity} entries; a ring that grows on demand. */
final class BoundedLog<T> {
    private final int capacity;
    private @Nullable Object[] ring = new @Nullable Object[16];
    private int head;
    private int size;

    BoundedLog(int capacity) {
        this.capacity = capacity;
    }

    static <T> BoundedLog<T> keeping(Retention retention) {
        return new BoundedLog<>(
                switch (retention) {
                    case Retention.Full() -> Integer.MAX_VALUE;
                    case Retention.Streaming ignored -> Integer.MAX_VALUE;
                    case Retention.Capped(int capacity) -> capacity;
                    case Retention.Disabled() -> 0;
                });
    }

    /** Appends {@code item} and {@return the entry that fell out, possibly {@code item} itself; null when all fit} */
    @Nullable
    T add(T item) {
        if (size < capacity) {
            append(item);
            return null;
        }
        if (capacity == 0) {
            return item;
        }
        T dropped = removeFirst();
        append(item);
        return dropped;
    }

    private void append(T item) {
        if (size == ring.length) {
            grow();
        }
        ring[(head + size) & (ring.length - 1)] = item;
        size++;
    }

    private void grow() {
        @Nullable Object[] wider = new @Nullable Object[ring.length * 2];
        int tail = ring.length - head;
        System.arraycopy(ring, head, wider, 0, tail);
        System.arraycopy(ring, 0, wider, tail, head);
        ring = wider;
        head = 0;
    }

    T removeFirst() {
        T first = get(0);
        ring[head] = null;
        head = (head + 1) & (ring.length - 1);
        size--;
        return first;
    }

    @SuppressWarnings("unchecked") // only add writes into the ring
    T get(int index) {
        return (T) Objects.requireNonNull(ring[(head + index) & (ring.length - 1)]);
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    List<T> toList() {
        List<T> items = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            items.add(get(i));
        }
        return items;
    }

    void clear() {
        ring = new @Nullable Object[16];
        head = 0;
        size = 0;
    }
}

package dev.paritas.machine.session;

import dev.paritas.machine.session.BufferConfig.BufferMode;
import dev.paritas.machine.session.EdgeSlot.EnqueueResult;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A bounded message buffer of one edge (spec 20 §10). The ring is allocated as it fills, so a large capacity costs
 * nothing until it is used.
 */
final class BoundedBuffer<M> {
    private static final int FIRST_ALLOCATION = 4;

    private final BufferConfig config;
    private @Nullable Object[] slots = new Object[FIRST_ALLOCATION];
    private long capacity;
    private int head;
    private int count;

    public BoundedBuffer(BufferConfig config) {
        this.config = config;
        this.capacity = config.initialCapacity() == 0 ? 1 : config.initialCapacity();
    }

    public EnqueueResult enqueue(M message) {
        if (config.mode() == BufferMode.LATEST_VALUE) {
            head = 0;
            count = 1;
            slots[0] = message;
            return EnqueueResult.OK;
        }
        if (isFull()) {
            switch (config.policy()) {
                case BackpressurePolicy.Block() -> {
                    return EnqueueResult.WOULD_BLOCK;
                }
                case BackpressurePolicy.Drop() -> {
                    return EnqueueResult.DROPPED;
                }
                case BackpressurePolicy.Error() -> {
                    return EnqueueResult.FULL;
                }
                case BackpressurePolicy.Resize(long max) -> {
                    if (Long.compareUnsigned(capacity, max) >= 0) {
                        return EnqueueResult.FULL;
                    }
                    capacity = capacity < 0 ? -1L : capacity * 2;
                }
            }
        }
        if (count == slots.length) {
            grow();
        }
        slots[(head + count) & (slots.length - 1)] = message;
        count++;
        return EnqueueResult.OK;
    }

    /** {@return the oldest message, taken out, or null when the buffer is empty} */
    @SuppressWarnings("unchecked") // only enqueue writes slots
    public @Nullable M dequeue() {
        if (count == 0) {
            return null;
        }
        M message = (M) slots[head];
        slots[head] = null;
        head = (head + 1) & (slots.length - 1);
        count--;
        return message;
    }

    public boolean isEmpty() {
        return count == 0;
    }

    public boolean isFull() {
        return Long.compareUnsigned(count, capacity) >= 0;
    }

    /** {@return the number of messages held} */
    public int size() {
        return count;
    }

    /** {@return the present capacity, unsigned} */
    public long capacity() {
        return capacity;
    }

    public void clear() {
        Arrays.fill(slots, null);
        head = 0;
        count = 0;
    }

    private void grow() {
        @Nullable Object[] larger = new Object[slots.length * 2];
        for (int i = 0; i < count; i++) {
            larger[i] = slots[(head + i) & (slots.length - 1)];
        }
        slots = larger;
        head = 0;
    }
}

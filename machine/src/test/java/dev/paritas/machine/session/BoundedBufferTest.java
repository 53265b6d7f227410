package dev.paritas.machine.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.machine.session.BufferConfig.BufferMode;
import dev.paritas.machine.session.EdgeSlot.EnqueueResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Buffer modes and back pressure (spec 20 §10). */
class BoundedBufferTest {
    private static BoundedBuffer<Integer> fifo(long capacity, BackpressurePolicy policy) {
        return new BoundedBuffer<>(new BufferConfig(BufferMode.FIFO, capacity, policy));
    }

    @Test
    void a_capacity_of_zero_counts_as_one() {
        BoundedBuffer<Integer> buffer = fifo(0, new BackpressurePolicy.Block());
        assertThat(buffer.enqueue(1)).isEqualTo(EnqueueResult.OK);
        assertThat(buffer.enqueue(2)).isEqualTo(EnqueueResult.WOULD_BLOCK);
        assertThat(buffer.dequeue()).isEqualTo(1);
        assertThat(buffer.dequeue()).isNull();
    }

    @Test
    void order_survives_wrapping_around() {
        BoundedBuffer<Integer> buffer = fifo(7, new BackpressurePolicy.Block());
        List<Integer> out = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            assertThat(buffer.enqueue(i)).isEqualTo(EnqueueResult.OK);
            if (buffer.isFull()) {
                while (!buffer.isEmpty()) {
                    out.add(buffer.dequeue());
                }
            }
        }
        assertThat(out).isSorted().hasSize(98);
    }

    @Test
    void drop_loses_the_message_and_error_refuses_it() {
        BoundedBuffer<Integer> dropping = fifo(1, new BackpressurePolicy.Drop());
        dropping.enqueue(1);
        assertThat(dropping.enqueue(2)).isEqualTo(EnqueueResult.DROPPED);
        assertThat(dropping.size()).isEqualTo(1);
        BoundedBuffer<Integer> refusing = fifo(1, new BackpressurePolicy.Error());
        refusing.enqueue(1);
        assertThat(refusing.enqueue(2)).isEqualTo(EnqueueResult.FULL);
    }

    @Test
    void resize_doubles_until_the_maximum_is_reached() {
        BoundedBuffer<Integer> buffer = fifo(2, new BackpressurePolicy.Resize(8));
        for (int i = 0; i < 8; i++) {
            assertThat(buffer.enqueue(i)).isEqualTo(EnqueueResult.OK);
        }
        assertThat(buffer.capacity()).isEqualTo(8);
        assertThat(buffer.enqueue(8)).isEqualTo(EnqueueResult.FULL);
        BoundedBuffer<Integer> beyond = fifo(3, new BackpressurePolicy.Resize(4));
        for (int i = 0; i < 6; i++) {
            assertThat(beyond.enqueue(i)).isEqualTo(EnqueueResult.OK);
        }
        assertThat(beyond.enqueue(6)).isEqualTo(EnqueueResult.FULL);
    }

    @Test
    void the_latest_value_overwrites_and_never_blocks() {
        BoundedBuffer<Integer> buffer =
                new BoundedBuffer<>(new BufferConfig(BufferMode.LATEST_VALUE, 1, new BackpressurePolicy.Block()));
        assertThat(buffer.enqueue(1)).isEqualTo(EnqueueResult.OK);
        assertThat(buffer.enqueue(2)).isEqualTo(EnqueueResult.OK);
        assertThat(buffer.dequeue()).isEqualTo(2);
        assertThat(buffer.isEmpty()).isTrue();
    }
}

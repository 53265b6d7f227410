package dev.paritas.heap.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.heap.resource.Hasher;
import dev.paritas.heap.resource.Resource;
import dev.paritas.heap.resource.ResourceId;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/heap.md says about cost, counted in hashes, which no clock disturbs. */
class HashCountTest {
    private final AtomicLong hashes = new AtomicLong();
    private final Hasher counting = new Hasher("counting", input -> {
        hashes.incrementAndGet();
        return Hasher.BLAKE3.function().digest(input);
    });

    private static Resource resource(long i) {
        return new Resource.Session("role", i);
    }

    private Heap filled(int size) {
        Heap heap = Heap.empty(counting);
        for (int i = 0; i < size; i++) {
            heap = heap.alloc(resource(i)).heap();
        }
        heap.commitment();
        return heap;
    }

    private long counted(Runnable work) {
        hashes.set(0);
        work.run();
        return hashes.get();
    }

    /** {@return the nodes above the leaves that stand at or behind the parents of leaf {@code first}} */
    private static long nodesFrom(int first, int size) {
        long nodes = 0;
        int from = first;
        for (int level = size; level > 1; ) {
            level = (level + 1) / 2;
            from /= 2;
            nodes += level - from;
        }
        return nodes;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100, 1_023, 10_000})
    void operations_cost_the_same_number_of_hashes_at_every_size(int size) {
        Heap heap = filled(size);
        ResourceId id = heap.activeIds().get(size / 2);
        assertThat(counted(() -> heap.alloc(resource(-1)))).isEqualTo(2);
        assertThat(counted(() -> heap.consume(id))).isEqualTo(1);
        assertThat(counted(() -> heap.remove(id))).isZero();
        assertThat(counted(heap::commitment)).isZero();
        assertThat(counted(() -> heap.resourceTree().prove(size / 2))).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1_023, 10_000})
    void a_root_costs_the_nodes_behind_the_first_change(int size) {
        Heap heap = filled(size);
        for (int i = 0; i < 20; i++) {
            Heap.Allocated next = heap.alloc(resource(-1 - i));
            int position = next.heap().activeIds().indexOf(next.id());
            assertThat(counted(() -> next.heap().resourceTree().root())).isEqualTo(nodesFrom(position, size + 1));
            assertThat(counted(() -> next.heap().resourceTree().root())).isZero();
        }
        ResourceId last = heap.activeIds().getLast();
        Heap shorter = heap.consume(last);
        assertThat(counted(() -> shorter.resourceTree().root())).isLessThanOrEqualTo(14);
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000})
    void many_changes_before_a_root_cost_as_much_as_their_first(int size) {
        Heap heap = filled(size);
        List<Resource> more =
                LongStream.range(-500, 0).mapToObj(HashCountTest::resource).toList();
        Heap.AllocatedMany changed = heap.allocMany(more);
        int first = changed.heap()
                .activeIds()
                .indexOf(changed.ids().stream().min(ResourceId::compareTo).orElseThrow());
        assertThat(counted(() -> changed.heap().resourceTree().root())).isEqualTo(nodesFrom(first, size + 500));
    }
}

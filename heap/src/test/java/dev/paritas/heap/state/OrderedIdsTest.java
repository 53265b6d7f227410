package dev.paritas.heap.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.heap.resource.Digest;
import dev.paritas.heap.resource.ResourceId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ids that arrive in order, which digests never do: a tree that leans would overflow the stack here. */
class OrderedIdsTest {
    private static final int SIZE = 60_000;

    private static ResourceId id(long i) {
        return new ResourceId(new Digest(0, 0, 0, i), 0);
    }

    @Test
    void ascending_ids_and_their_removal_keep_the_tree_flat() {
        OrderedIds<Long> ids = OrderedIds.empty();
        for (long i = 0; i < SIZE; i++) {
            ids = ids.with(id(i), i);
        }
        assertThat(ids.size()).isEqualTo(SIZE);
        for (long i = 0; i < SIZE; i += 1_111) {
            assertThat(ids.rank(id(i))).isEqualTo((int) i);
            assertThat(ids.get(id(i))).contains(i);
        }
        for (long i = 0; i < SIZE / 2; i++) {
            ids = ids.without(id(i));
        }
        assertThat(ids.size()).isEqualTo(SIZE / 2);
        assertThat(ids.rank(id(SIZE))).isEqualTo(SIZE / 2);
        assertThat(ids.contains(id(0))).isFalse();
    }

    @Test
    void descending_ids_are_visited_in_order_from_any_position() {
        OrderedIds<Long> ids = OrderedIds.empty();
        for (long i = SIZE; i > 0; i--) {
            ids = ids.with(id(i), i);
        }
        List<Long> seen = new ArrayList<>();
        ids.forEachFrom(SIZE - 3, (id, value) -> seen.add(value));
        assertThat(seen).containsExactly(SIZE - 2L, SIZE - 1L, (long) SIZE);
        List<Long> none = new ArrayList<>();
        ids.forEachFrom(SIZE, (id, value) -> none.add(value));
        assertThat(none).isEmpty();
    }
}

package dev.paritas.model.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table of coroutine ids in the iteration order of dialect L's hash map (spec 22 §7.5): bucket 0 upwards, inside a
 * bucket the most recently inserted key first. Replacing a key keeps its place; erasing never shrinks the table.
 */
final class BlockedTable<V> {
    private static final int FIRST_BUCKETS = 16;

    private static final class Node<V> {
        final long key;
        V value;

        @Nullable
        Node<V> next;

        Node(long key, V value, @Nullable Node<V> next) {
            this.key = key;
            this.value = value;
            this.next = next;
        }
    }

    private List<@Nullable Node<V>> buckets = emptyBuckets(FIRST_BUCKETS);
    private int size;

    Optional<V> get(long key) {
        Node<V> node = find(key);
        return node == null ? Optional.empty() : Optional.of(node.value);
    }

    void put(long key, V value) {
        Node<V> present = find(key);
        if (present != null) {
            present.value = value;
            return;
        }
        pushFront(buckets, key, value);
        size++;
        if (size * 4L / 3 > buckets.size()) {
            grow();
        }
    }

    void remove(long key) {
        int index = bucket(key, buckets.size());
        Node<V> before = null;
        for (Node<V> node = buckets.get(index); node != null; node = node.next) {
            if (node.key == key) {
                if (before == null) {
                    buckets.set(index, node.next);
                } else {
                    before.next = node.next;
                }
                size--;
                return;
            }
            before = node;
        }
    }

    int size() {
        return size;
    }

    /** {@return the keys in map order, detached from later changes} */
    long[] keys() {
        long[] keys = new long[size];
        int at = 0;
        for (Node<V> head : buckets) {
            for (Node<V> node = head; node != null; node = node.next) {
                keys[at++] = node.key;
            }
        }
        return keys;
    }

    /** Bucket by bucket, head first, each key at the front of its new bucket: collisions come out reversed. */
    private void grow() {
        List<@Nullable Node<V>> larger = emptyBuckets(buckets.size() * 2);
        for (Node<V> head : buckets) {
            for (Node<V> node = head; node != null; node = node.next) {
                pushFront(larger, node.key, node.value);
            }
        }
        buckets = larger;
    }

    private @Nullable Node<V> find(long key) {
        Node<V> node = buckets.get(bucket(key, buckets.size()));
        while (node != null && node.key != key) {
            node = node.next;
        }
        return node;
    }

    private static <V> void pushFront(List<@Nullable Node<V>> buckets, long key, V value) {
        int index = bucket(key, buckets.size());
        buckets.set(index, new Node<>(key, value, buckets.get(index)));
    }

    private static int bucket(long key, int buckets) {
        long folded = key ^ (key >>> 32);
        folded ^= folded >>> 16;
        return (int) (folded & (buckets - 1));
    }

    private static <V> List<@Nullable Node<V>> emptyBuckets(int count) {
        List<@Nullable Node<V>> buckets = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            buckets.add(null);
        }
        return buckets;
    }
}

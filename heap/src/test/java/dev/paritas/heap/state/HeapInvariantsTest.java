package dev.paritas.heap.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.heap.resource.Resource;
import dev.paritas.heap.resource.ResourceId;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is proved of every heap that operations make, on random histories of all operations. */
class HeapInvariantsTest {
    private static final int STEPS = 120;

    private final Set<ResourceId> given = new HashSet<>();
    private final Set<ResourceId> entries = new HashSet<>();

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void every_heap_of_a_history_keeps_the_invariants(long seed) {
        Random random = new Random(seed);
        Heap heap = Heap.empty();
        int consumed = 0;
        for (int step = 0; step < STEPS; step++) {
            String place = "seed " + seed + ", step " + step;
            List<ResourceId> active = heap.activeIds();
            switch (active.isEmpty() ? 0 : random.nextInt(5)) {
                case 0, 1, 2 -> heap = allocated(place, heap, new Resource.Session("r", random.nextInt(3)));
                case 3 -> {
                    heap = consumed(place, heap, active.get(random.nextInt(active.size())));
                    consumed++;
                }
                default -> heap = several(heap, active, random);
            }
            keepsIdsApart(place, heap);
            everyActiveResourceHasAProof(place, heap);
        }
        assertThat(consumed).isGreaterThan(5);
    }

    private Heap several(Heap heap, List<ResourceId> active, Random random) {
        List<ResourceId> some =
                active.stream().filter(id -> random.nextInt(4) == 0).toList();
        if (random.nextBoolean()) {
            return heap.consumeMany(some);
        }
        Heap rest = heap;
        for (ResourceId id : some) {
            rest = rest.remove(id);
            entries.remove(id);
        }
        return rest;
    }

    /** {@code ResourceHeap.WellFormed.fresh}, {@code alloc_active}: an id never given before, and active. */
    private Heap allocated(String place, Heap heap, Resource resource) {
        Heap.Allocated next = heap.alloc(resource);
        assertThat(given.add(next.id())).as(place).isTrue();
        assertThat(next.heap().isActive(next.id())).as(place).isTrue();
        assertThat(next.heap().read(next.id())).as(place).isEqualTo(resource);
        entries.add(next.id());
        return next.heap();
    }

    /** {@code ResourceHeap.consume_twice}, {@code consume_other}: at most once, and no other resource changes. */
    private static Heap consumed(String place, Heap heap, ResourceId id) {
        Heap after = heap.consume(id);
        assertThatThrownBy(() -> after.consume(id))
                .as(place)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isEqualTo(new HeapError.AlreadyConsumed(id)));
        List<ResourceId> others = new ArrayList<>(heap.activeIds());
        others.remove(id);
        assertThat(after.activeIds()).as(place).isEqualTo(others);
        others.forEach(other -> assertThat(after.read(other)).as(place).isEqualTo(heap.read(other)));
        return after;
    }

    /**
     * {@code ResourceHeap.Reachable.wellFormed}: every nullifier refers to an entry, none twice.
     * {@code ResourceHeap.active_consumed_disjoint}: no id is active and consumed.
     * {@code ResourceHeap.WellFormed.active_or_consumed}: both together are the entries.
     */
    private void keepsIdsApart(String place, Heap heap) {
        assertThat(heap.consumedIds()).as(place).doesNotHaveDuplicates().allMatch(heap::contains);
        assertThat(heap.activeIds()).as(place).doesNotHaveDuplicates().noneMatch(heap.consumedIds()::contains);
        Set<ResourceId> both = new HashSet<>(heap.activeIds());
        both.addAll(heap.consumedIds());
        assertThat(both).as(place).isEqualTo(entries).hasSize(heap.size());
        assertThat(both).as(place).allMatch(id -> Long.compareUnsigned(id.counter(), heap.allocCounter()) < 0);
    }

    /** {@code ResourceHeap.resource_proof_verifies}: every active resource has a proof under the commitment. */
    private static void everyActiveResourceHasAProof(String place, Heap heap) {
        for (int i = 0; i < heap.activeCount(); i++) {
            var proof = heap.resourceTree().prove(i).orElseThrow();
            assertThat(proof.root()).as(place).isEqualTo(heap.commitment().resourceRoot());
            assertThat(proof.verify(heap.hasher())).as(place).isTrue();
        }
    }
}

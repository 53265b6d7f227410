package dev.paritas.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.heap.merkle.MerkleTree;
import dev.paritas.heap.resource.Digest;
import dev.paritas.heap.resource.Hasher;
import dev.paritas.heap.resource.Preimages;
import dev.paritas.heap.resource.Resource;
import dev.paritas.heap.resource.ResourceEncoding;
import dev.paritas.heap.resource.ResourceId;
import dev.paritas.heap.state.Heap;
import dev.paritas.heap.state.HeapError;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long random histories of a heap beside a plain model that keeps two sorted sets and makes every tree anew. */
class HeapHistoryTest {
    private static final int STEPS = 400;

    /** The obvious heap: maps, and no sharing of anything. */
    private static final class Model {
        final TreeMap<ResourceId, Resource> resources = new TreeMap<>();
        final TreeSet<ResourceId> nullifiers = new TreeSet<>();

        MerkleTree resourceTree(Hasher hasher) {
            List<Digest> leaves = new ArrayList<>();
            resources.forEach((id, resource) -> {
                if (!nullifiers.contains(id)) {
                    leaves.add(hasher.digest(Preimages.activeLeaf(id.digest().bytes(), ResourceEncoding.of(resource))));
                }
            });
            return MerkleTree.of(hasher, leaves);
        }

        MerkleTree nullifierTree(Hasher hasher) {
            return MerkleTree.of(
                    hasher,
                    nullifiers.stream()
                            .map(id -> hasher.digest(
                                    Preimages.nullifierLeaf(id.digest().bytes())))
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_heap_does_what_the_model_does(long seed) {
        Hasher hasher = seed % 2 == 0 ? Hasher.SHA_256 : Hasher.BLAKE3;
        SplittableRandom random = new SplittableRandom(seed);
        Model model = new Model();
        Heap heap = Heap.empty(hasher);
        List<ResourceId> known = new ArrayList<>();
        List<Heap> past = new ArrayList<>();
        List<Integer> pastSizes = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            String place = "seed " + seed + ", step " + step;
            past.add(heap);
            pastSizes.add(heap.activeCount());
            if (known.isEmpty() || random.nextInt(5) < 3) {
                Resource resource = new Resource.Session("r" + random.nextInt(4), random.nextInt(3));
                Heap.Allocated next = heap.alloc(resource);
                heap = next.heap();
                known.add(next.id());
                model.resources.put(next.id(), resource);
            } else {
                ResourceId id = known.get(random.nextInt(known.size()));
                heap = random.nextInt(3) == 0 ? removed(heap, model, id) : consumed(heap, model, id);
            }
            assertThat(heap.size()).as(place).isEqualTo(model.resources.size());
            if (random.nextInt(4) == 0) {
                assertSame(place, heap, model, random);
            }
        }
        for (int i = 0; i < past.size(); i++) {
            assertThat(past.get(i).activeIds()).hasSize(pastSizes.get(i));
        }
    }

    private static Heap consumed(Heap heap, Model model, ResourceId id) {
        if (model.nullifiers.contains(id) || !model.resources.containsKey(id)) {
            HeapError error =
                    model.nullifiers.contains(id) ? new HeapError.AlreadyConsumed(id) : new HeapError.NotFound(id);
            assertThatThrownBy(() -> heap.consume(id))
                    .isInstanceOfSatisfying(
                            ProblemException.class, e -> assertThat(e.problem()).isEqualTo(error));
            return heap;
        }
        model.nullifiers.add(id);
        return heap.consume(id);
    }

    private static Heap removed(Heap heap, Model model, ResourceId id) {
        model.nullifiers.remove(id);
        if (model.resources.remove(id) == null) {
            assertThatThrownBy(() -> heap.remove(id)).isInstanceOf(ProblemException.class);
            return heap;
        }
        return heap.remove(id);
    }

    private static void assertSame(String place, Heap heap, Model model, SplittableRandom random) {
        List<ResourceId> active = new ArrayList<>(model.resources.keySet());
        active.removeAll(model.nullifiers);
        assertThat(heap.activeIds()).as(place).isEqualTo(active);
        assertThat(heap.consumedIds()).as(place).containsExactlyElementsOf(model.nullifiers);
        MerkleTree resources = model.resourceTree(heap.hasher());
        MerkleTree nullifiers = model.nullifierTree(heap.hasher());
        assertThat(heap.resourceTree().levels()).as(place).isEqualTo(resources.levels());
        assertThat(heap.nullifierTree().levels()).as(place).isEqualTo(nullifiers.levels());
        assertThat(heap.commitment().resourceRoot()).as(place).isEqualTo(resources.root());
        assertThat(heap.commitment().nullifierRoot()).as(place).isEqualTo(nullifiers.root());
        if (!active.isEmpty()) {
            int index = random.nextInt(active.size());
            assertThat(heap.resourceTree().prove(index).orElseThrow().verify(heap.hasher()))
                    .as(place)
                    .isTrue();
        }
    }
}

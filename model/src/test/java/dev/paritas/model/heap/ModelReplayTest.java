package dev.paritas.model.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.heap.document.HeapParityResourceId;
import dev.paritas.heap.document.HeapParityStateSummary;
import dev.paritas.heap.resource.Resource;
import dev.paritas.heap.resource.ResourceId;
import dev.paritas.heap.state.Heap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is proved of the replay that believes digests, on random logs. */
class ModelReplayTest {
    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    private static ModelFixture.Operation operation(Random random) {
        String digest = "0" + random.nextInt(4);
        return random.nextBoolean()
                ? new ModelFixture.Operation.Alloc(digest)
                : new ModelFixture.Operation.Consume(new ModelReplay.Id(digest, random.nextInt(5)));
    }

    private static List<ModelFixture.Operation> operations(Random random, int count) {
        List<ModelFixture.Operation> log = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            log.add(operation(random));
        }
        return log;
    }

    /** {@code replay_consumes}: the order of consecutive consumes changes nothing that is shown, whatever the log. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_order_of_consecutive_consumes_does_not_show(long seed) {
        Random random = new Random(seed);
        List<ModelFixture.Operation> before = operations(random, 6);
        List<ModelFixture.Operation> after = operations(random, 4);
        List<ModelFixture.Operation> consumes = new ArrayList<>(operations(random, 10));
        consumes.removeIf(operation -> operation instanceof ModelFixture.Operation.Alloc);
        HeapParityStateSummary first = ModelReplay.run(joined(before, consumes, after));
        Collections.shuffle(consumes, random);
        assertThat(ModelReplay.run(joined(before, consumes, after))).isEqualTo(first);
    }

    private static List<ModelFixture.Operation> joined(
            List<ModelFixture.Operation> before,
            List<ModelFixture.Operation> between,
            List<ModelFixture.Operation> after) {
        List<ModelFixture.Operation> log = new ArrayList<>(before);
        log.addAll(between);
        log.addAll(after);
        return log;
    }

    /** {@code replay_wellFormed}: allocations have the counters from zero, and no id is consumed twice. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void allocations_are_counted_and_no_id_is_consumed_twice(long seed) {
        List<ModelFixture.Operation> log = operations(new Random(seed), 20);
        long allocations = log.stream()
                .filter(operation -> operation instanceof ModelFixture.Operation.Alloc)
                .count();
        HeapParityStateSummary state = ModelReplay.run(log);
        assertThat(state.counter()).isEqualTo(allocations);
        assertThat(state.consumedResourceIds()).doesNotHaveDuplicates();
        List<ModelFixture.Operation> allocs = new ArrayList<>(log);
        allocs.removeIf(operation -> operation instanceof ModelFixture.Operation.Consume);
        assertThat(ModelReplay.run(allocs).activeResourceIds())
                .extracting(HeapParityResourceId::counter)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, allocations).boxed().toList());
    }

    /**
     * {@code replay_shows}, {@code replay_active}: on a log that the heap accepts, the replay ends with the heap's
     * counter, consumed ids and active ids.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void on_an_accepted_log_the_replay_ends_where_the_heap_does(long seed) {
        Random random = new Random(seed);
        Heap heap = Heap.empty();
        List<ModelFixture.Operation> log = new ArrayList<>();
        for (int step = 0; step < 30; step++) {
            List<ResourceId> active = heap.activeIds();
            if (active.isEmpty() || random.nextInt(3) != 0) {
                Heap.Allocated next = heap.alloc(new Resource.Session("r", random.nextInt(3)));
                heap = next.heap();
                log.add(new ModelFixture.Operation.Alloc(next.id().digest().hex()));
            } else {
                ResourceId id = active.get(random.nextInt(active.size()));
                heap = heap.consume(id);
                log.add(new ModelFixture.Operation.Consume(
                        new ModelReplay.Id(id.digest().hex(), id.counter())));
            }
        }
        assertThat(ModelReplay.run(log))
                .isEqualTo(new HeapParityStateSummary(
                        texts(heap.activeIds()), texts(heap.consumedIds()), heap.allocCounter()));
    }

    private static List<HeapParityResourceId> texts(List<ResourceId> ids) {
        return ids.stream()
                .map(id -> new HeapParityResourceId(id.digest().hex(), id.counter()))
                .toList();
    }
}

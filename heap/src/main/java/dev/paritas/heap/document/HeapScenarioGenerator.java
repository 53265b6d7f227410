package dev.paritas.heap.document;

import dev.paritas.heap.replay.HeapOperation;
import dev.paritas.heap.replay.OperationRecorder;
import dev.paritas.heap.resource.Bytes;
import dev.paritas.heap.resource.Hasher;
import dev.paritas.heap.resource.Resource;
import dev.paritas.heap.resource.ResourceId;
import dev.paritas.heap.state.Heap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Random operation logs, the same ones for the same seed. Both sides of a comparison can judge each of them in full: a
 * channel has been consumed, a message is active, and the second active resource is a session, whose leaf is therefore
 * the right child of the corpus's Merkle node by either rule for it (spec 40 §12.5, §13.3).
 */
public final class HeapScenarioGenerator {
    private static final int ATTEMPTS = 1_000;
    private static final int MIN_ALLOCATIONS = 4;
    private static final int MAX_ALLOCATIONS = 8;
    private static final int MAX_PAYLOAD = 16;
    private static final String[] TEXTS = {
        "Alpha",
        "Beta",
        "Gamma",
        "Delta",
        "a",
        "ab",
        "Zo\u00eb",
        "\u6f22",
        "x\ud83d\ude00",
        "e\u0301",
        "",
        "two words",
        "q\"\\"
    };
    private static final long[] NUMBERS = {
        0, 1, 0x7fff_ffffL, 0x8000_0000L, 0xffff_ffffL, 0x1_0000_0000L, Long.MAX_VALUE, Long.MIN_VALUE, -2L, -1L
    };

    private final SplittableRandom random;

    private HeapScenarioGenerator(long seed) {
        random = new SplittableRandom(seed);
    }

    /** {@return the scenario of {@code seed}: the first of a row of random ones that can be judged in full} */
    public static HeapScenario scenario(long seed) {
        HeapScenarioGenerator generator = new HeapScenarioGenerator(seed);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<HeapScenario> scenario = generator.attempt();
            if (scenario.isPresent()) {
                return scenario.get();
            }
        }
        throw new IllegalStateException("no scenario for seed " + seed);
    }

    /** {@return the message of {@code seed}: the first of a row of random ones that stands before the session} */
    public static HeapVectors vectors(long seed) {
        HeapScenarioGenerator generator = new HeapScenarioGenerator(seed);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Resource.Message message = new Resource.Message(
                    generator.text(),
                    generator.text(),
                    generator.text(),
                    Bytes.ofHex(generator.payloadHex()),
                    generator.number());
            HeapVectors vectors = HeapVectors.of(Hasher.BLAKE3, message, 1);
            if (vectors.heapFixture()
                    .proofLeafHex()
                    .equals(vectors.resourceFixture().resourceLeafHex())) {
                return vectors;
            }
        }
        throw new IllegalStateException("no vectors for seed " + seed);
    }

    private Optional<HeapScenario> attempt() {
        OperationRecorder recorder = new OperationRecorder(Hasher.BLAKE3);
        List<ResourceId> active = new ArrayList<>();
        int allocations = random.nextInt(MIN_ALLOCATIONS, MAX_ALLOCATIONS + 1);
        for (int left = allocations; left > 0; ) {
            if (active.size() > 2 && random.nextInt(4) == 0) {
                recorder.consume(active.remove(random.nextInt(active.size())));
            } else {
                active.add(alloc(recorder));
                left--;
            }
        }
        return scenario(recorder);
    }

    private ResourceId alloc(OperationRecorder recorder) {
        return switch (random.nextInt(3)) {
            case 0 -> recorder.allocChannel(text(), text());
            case 1 -> recorder.allocMessage(text(), text(), text(), payloadHex(), number());
            default -> recorder.allocSession(text(), number());
        };
    }

    private Optional<HeapScenario> scenario(OperationRecorder recorder) {
        Heap heap = recorder.heap();
        List<ResourceId> ids = heap.activeIds();
        if (ids.size() < 2 || !(heap.read(ids.get(1)) instanceof Resource.Session)) {
            return Optional.empty();
        }
        Optional<ResourceId> message = ids.stream()
                .filter(id -> heap.read(id) instanceof Resource.Message)
                .findFirst();
        List<HeapOperation.Alloc> allocations = recorder.log().stream()
                .filter(HeapOperation.Alloc.class::isInstance)
                .map(HeapOperation.Alloc.class::cast)
                .toList();
        Optional<ResourceId> channel = heap.consumedIds().stream()
                .filter(id -> allocations.get((int) id.counter()) instanceof HeapOperation.AllocChannel)
                .findFirst();
        int proofIndex = random.nextInt(ids.size());
        return message.flatMap(m -> channel.map(c -> new HeapScenario(
                recorder.log(), (int) m.counter(), (int) ids.get(1).counter(), (int) c.counter(), proofIndex)));
    }

    private String text() {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    private long number() {
        return random.nextBoolean() ? NUMBERS[random.nextInt(NUMBERS.length)] : random.nextLong();
    }

    private String payloadHex() {
        byte[] payload = new byte[random.nextInt(MAX_PAYLOAD + 1)];
        random.nextBytes(payload);
        return Bytes.of(payload).hex();
    }
}

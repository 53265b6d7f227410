package dev.paritas.model.heap;

import dev.paritas.heap.document.HeapParityCommitment;
import dev.paritas.heap.document.HeapParityHeapFixtureOutput;
import dev.paritas.heap.document.HeapParityOutput;
import dev.paritas.heap.document.HeapParityProof;
import dev.paritas.heap.document.HeapParityProof.HeapParityProofStep;
import dev.paritas.heap.document.HeapParityReplayOutput;
import dev.paritas.heap.document.HeapParityResourceFixtureOutput;
import dev.paritas.heap.document.HeapParityResourceId;
import dev.paritas.heap.document.HeapParityStateSummary;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code corpus -> output} as the model computes it, without a hash: digests are echoes (spec 40 §13). */
public final class ModelHeapParity {
    private static final int ENCODING_VERSION = 1;

    private ModelHeapParity() {}

    /**
     * {@return the output for {@code corpus}, which is read as the model reads it}
     *
     * @throws ProblemException ({@link ModelHeapProblem}) when the corpus has another shape
     */
    public static HeapParityOutput run(JsonValue corpus) {
        ModelFixture fixture = ModelFixture.read(corpus);
        HeapParityStateSummary first = ModelReplay.run(fixture.heap().operations());
        HeapParityStateSummary second = ModelReplay.run(fixture.heap().operations());
        List<String> active = digests(first.activeResourceIds());
        List<String> consumed = digests(first.consumedResourceIds());
        return new HeapParityOutput(
                HeapParityOutput.SCHEMA_VERSION,
                ENCODING_VERSION,
                fixture.hasher(),
                message(fixture),
                heap(fixture, first, active, consumed),
                new HeapParityReplayOutput(
                        first,
                        second,
                        first.equals(second),
                        active.equals(fixture.heap().activeIds()),
                        consumed.equals(fixture.heap().consumedIds())));
    }

    private static HeapParityResourceFixtureOutput message(ModelFixture fixture) {
        ModelFixture.Message message = fixture.message();
        String bytes = ModelBytes.messageResource(message);
        return new HeapParityResourceFixtureOutput(
                bytes,
                ModelBytes.resourceId(bytes, message.allocationCounter()),
                ModelBytes.activeLeaf(message.idDigest(), bytes),
                ModelBytes.nullifierLeaf(fixture.channelIdDigest()),
                message.idDigest(),
                message.nullifierLeaf());
    }

    private static HeapParityHeapFixtureOutput heap(
            ModelFixture fixture, HeapParityStateSummary state, List<String> active, List<String> consumed) {
        ModelFixture.State heap = fixture.heap();
        List<String> leaves = heap.resourceLevels().isEmpty()
                ? List.of()
                : heap.resourceLevels().getFirst();
        return new HeapParityHeapFixtureOutput(
                active,
                consumed,
                heap.proofIndex(),
                proof(heap.resourceLevels(), heap.proofIndex()),
                proof(heap.nullifierLevels(), 0),
                ModelBytes.merkleNode(fixture.message().leaf(), leaves.size() > 1 ? leaves.get(1) : ""),
                new HeapParityCommitment(heap.resourceRoot(), heap.nullifierRoot(), state.counter()),
                ModelBytes.commitment(heap.resourceRoot(), heap.nullifierRoot(), state.counter()),
                heap.commitmentHash());
    }

    /** Reads a proof off given levels; whether they are consistent is not looked at. */
    private static @Nullable HeapParityProof proof(List<List<String>> levels, long index) {
        if (levels.isEmpty()
                || Long.compareUnsigned(index, levels.getFirst().size()) >= 0
                || levels.getLast().isEmpty()) {
            return null;
        }
        List<HeapParityProofStep> path = new ArrayList<>();
        int at = (int) index;
        for (List<String> level : levels.subList(0, levels.size() - 1)) {
            boolean right = at % 2 == 0;
            String own = entry(level, at, "");
            path.add(new HeapParityProofStep(right ? "Right" : "Left", entry(level, right ? at + 1 : at - 1, own)));
            at /= 2;
        }
        return new HeapParityProof(
                levels.getFirst().get((int) index), path, levels.getLast().getFirst());
    }

    private static String entry(List<String> level, int index, String missing) {
        return index < level.size() ? level.get(index) : missing;
    }

    private static List<String> digests(List<HeapParityResourceId> ids) {
        return ids.stream().map(HeapParityResourceId::digestHex).toList();
    }
}

package dev.paritas.bridge.check;

import dev.paritas.bridge.compare.JsonDifference;
import dev.paritas.bridge.compare.StructuralDifference;
import dev.paritas.heap.document.ChannelFixture;
import dev.paritas.heap.document.HeapFixture;
import dev.paritas.heap.document.HeapParityCorpus;
import dev.paritas.heap.document.HeapParityOutput;
import dev.paritas.heap.document.HeapParitySample;
import dev.paritas.heap.document.HeapVectors;
import dev.paritas.heap.document.MessageFixture;
import dev.paritas.heap.document.SessionFixture;
import dev.paritas.heap.replay.HeapOperation;
import dev.paritas.heap.replay.RefusedOperation;
import dev.paritas.heap.replay.Replay;
import dev.paritas.heap.resource.Digest;
import dev.paritas.heap.resource.Hasher;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The strict suite of spec 40 §15, for any document of the two schemas: everything that can be computed is computed again
 * from a document's plain members, and every member must be what comes out. A difference has the document on its left and
 * what was computed, or what the runner printed, on its right.
 */
final class HeapParitySuite {
    /** So many differences of one document are reported. */
    public static final int LIMIT = 50;

    private static final Hasher HASHER = Hasher.BLAKE3;

    private HeapParitySuite() {}

    /** {@return where {@code corpus} differs from what our heap makes of its log and its fixtures} */
    public static List<JsonDifference> check(HeapParityCorpus corpus) {
        ChannelFixture channel = corpus.channelFixture().recomputed(HASHER);
        MessageFixture message = corpus.resourceFixture().recomputed(HASHER, channel);
        SessionFixture session = corpus.sessionFixture().recomputed(HASHER);
        List<JsonDifference> differences = new ArrayList<>();
        HeapFixture heap = recomputed(
                        corpus.heapFixture(),
                        message.resourceLeafHex(),
                        Optional.of(session.resourceLeafHex()),
                        differences)
                .orElse(corpus.heapFixture());
        HeapParityCorpus computed =
                new HeapParityCorpus(HeapParityCorpus.SCHEMA_VERSION, HASHER.name(), message, session, channel, heap);
        differences.addAll(StructuralDifference.all(
                HeapParityCorpus.CODEC.toTree(corpus), HeapParityCorpus.CODEC.toTree(computed), LIMIT));
        return List.copyOf(differences);
    }

    /** {@return where {@code output} differs from what a runner has to print for {@code corpus}} */
    public static List<JsonDifference> check(HeapParityOutput output, HeapParityCorpus corpus) {
        Replay replay;
        try {
            replay = Replay.run(HASHER, corpus.heapFixture().operations());
        } catch (ProblemException e) {
            return List.of(refused(corpus.heapFixture(), e.only(RefusedOperation.class)));
        }
        return StructuralDifference.all(
                HeapParityOutput.CODEC.toTree(HeapParityOutput.expected(corpus, replay)),
                HeapParityOutput.CODEC.toTree(output),
                LIMIT);
    }

    /** {@return where {@code vectors} differ from what our heap makes of their message} */
    public static List<JsonDifference> check(HeapVectors vectors) {
        return StructuralDifference.all(
                HeapVectors.CODEC.toTree(vectors), HeapVectors.CODEC.toTree(vectors.recomputed(HASHER)), LIMIT);
    }

    /** {@return where those parts differ that {@code sample} has} */
    public static List<JsonDifference> check(HeapParitySample sample) {
        ChannelFixture channel = sample.channelFixture().recomputed(HASHER);
        MessageFixture message = sample.resourceFixture().recomputed(HASHER, channel);
        SessionFixture session = Optional.ofNullable(sample.sessionFixture())
                .map(fixture -> fixture.recomputed(HASHER))
                .orElse(null);
        List<JsonDifference> differences = new ArrayList<>();
        HeapFixture heap = sample.heapFixture();
        if (heap != null) {
            Optional<String> sessionLeaf = Optional.ofNullable(session).map(SessionFixture::resourceLeafHex);
            heap = recomputed(heap, message.resourceLeafHex(), sessionLeaf, differences)
                    .orElse(heap);
        }
        HeapParitySample computed =
                new HeapParitySample(HeapParityCorpus.SCHEMA_VERSION, HASHER.name(), message, session, channel, heap);
        differences.addAll(StructuralDifference.all(
                HeapParitySample.CODEC.toTree(sample), HeapParitySample.CODEC.toTree(computed), LIMIT));
        return List.copyOf(differences);
    }

    /**
     * Empty, with a difference added, when the heap refuses the log or nothing stands at the proof's index.
     *
     * @param sessionLeafHex empty to take the second active leaf, as the model always does (spec 40 §13.3)
     */
    private static Optional<HeapFixture> recomputed(
            HeapFixture fixture,
            String messageLeafHex,
            Optional<String> sessionLeafHex,
            List<JsonDifference> differences) {
        Replay replay;
        try {
            replay = Replay.run(HASHER, fixture.operations());
        } catch (ProblemException e) {
            differences.add(refused(fixture, e.only(RefusedOperation.class)));
            return Optional.empty();
        }
        String rightLeafHex = sessionLeafHex.orElseGet(() -> secondLeafHex(replay));
        Optional<HeapFixture> computed = HeapFixture.of(replay, fixture.proofIndex(), messageLeafHex, rightLeafHex);
        if (computed.isEmpty()) {
            differences.add(new JsonDifference(
                    "/heap_fixture/proof_index", JsonValue.Num.of(fixture.proofIndex()), JsonValue.NULL));
        }
        return computed;
    }

    private static String secondLeafHex(Replay replay) {
        List<Digest> leaves = replay.heap().resourceTree().leaves();
        return leaves.size() > 1 ? leaves.get(1).hex() : "";
    }

    private static JsonDifference refused(HeapFixture fixture, RefusedOperation refused) {
        return new JsonDifference(
                "/heap_fixture/operations/" + refused.index(),
                HeapOperation.CODEC.toTree(fixture.operations().get(refused.index())),
                new JsonValue.Text(refused.error().sentence()));
    }
}

package dev.paritas.heap.document;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.heap.replay.Replay;
import dev.paritas.heap.resource.ResourceEncoding;
import dev.paritas.heap.state.Heap;
import dev.paritas.heap.state.HeapCommitment;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.HexFormat;
import java.util.List;

/**
 * The output of a heap parity runner (spec 40 §13.3, §14.3).
 *
 * @param schemaVersion {@code lean_heap_parity.v1} from a runner that keeps the contract; not validated here
 * @param heapEncodingVersion 0..65535
 */
public record HeapParityOutput(
        String schemaVersion,
        int heapEncodingVersion,
        String hasher,
        HeapParityResourceFixtureOutput resourceFixture,
        HeapParityHeapFixtureOutput heapFixture,
        HeapParityReplayOutput replay) {
    public static final String SCHEMA_VERSION = "lean_heap_parity.v1";

    public static final Codec<HeapParityOutput> CODEC = ObjectCodec.of(
            "HeapParityOutput",
            field("schema_version", Codec.STRING, HeapParityOutput::schemaVersion),
            field("heap_encoding_version", Codec.unsignedInt(0xffff), HeapParityOutput::heapEncodingVersion),
            field("hasher", Codec.STRING, HeapParityOutput::hasher),
            field("resource_fixture", HeapParityResourceFixtureOutput.CODEC, HeapParityOutput::resourceFixture),
            field("heap_fixture", HeapParityHeapFixtureOutput.CODEC, HeapParityOutput::heapFixture),
            field("replay", HeapParityReplayOutput.CODEC, HeapParityOutput::replay),
            HeapParityOutput::new);

    /** {@return what a runner has to say about {@code corpus}, going by the heap that its log gives here} */
    public static HeapParityOutput expected(HeapParityCorpus corpus, Replay replay) {
        Heap heap = replay.heap();
        HeapCommitment commitment = heap.commitment();
        HeapParityStateSummary state = HeapParityStateSummary.of(heap);
        return new HeapParityOutput(
                SCHEMA_VERSION,
                ResourceEncoding.VERSION,
                heap.hasher().name(),
                expected(corpus.resourceFixture()
                        .recomputed(heap.hasher(), corpus.channelFixture().recomputed(heap.hasher()))),
                new HeapParityHeapFixtureOutput(
                        digests(state.activeResourceIds()),
                        digests(state.consumedResourceIds()),
                        corpus.heapFixture().proofIndex(),
                        heap.resourceTree()
                                .prove(corpus.heapFixture().proofIndex())
                                .map(HeapParityProof::of)
                                .orElse(null),
                        heap.nullifierTree().prove(0).map(HeapParityProof::of).orElse(null),
                        corpus.heapFixture().merkleNodePreimageHex(),
                        new HeapParityCommitment(
                                commitment.resourceRoot().hex(),
                                commitment.nullifierRoot().hex(),
                                commitment.counter()),
                        HexFormat.of().formatHex(commitment.preimage()),
                        commitment.hash(heap.hasher()).hex()),
                new HeapParityReplayOutput(state, state, true, true, true));
    }

    private static HeapParityResourceFixtureOutput expected(MessageFixture message) {
        return new HeapParityResourceFixtureOutput(
                message.canonicalBytesHex(),
                message.resourceIdPreimageHex(),
                message.resourceLeafPreimageHex(),
                message.nullifierLeafPreimageHex(),
                message.resourceIdDigestHex(),
                message.nullifierLeafHex());
    }

    private static List<String> digests(List<HeapParityResourceId> ids) {
        return ids.stream().map(HeapParityResourceId::digestHex).toList();
    }
}

package dev.paritas.heap.document;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a runner says about the heap (spec 40 §13.3).
 *
 * @param proofIndex unsigned 64-bit
 * @param resourceProof null when no active resource stands at that index
 * @param nullifierProof of the first nullifier; null when there is none
 */
public record HeapParityHeapFixtureOutput(
        List<String> activeResourceIdsHex,
        List<String> consumedResourceIdsHex,
        long proofIndex,
        @Nullable HeapParityProof resourceProof,
        @Nullable HeapParityProof nullifierProof,
        String merkleNodePreimageHex,
        HeapParityCommitment heapCommitment,
        String heapCommitmentPreimageHex,
        String commitmentHashHex) {
    private static final Codec<List<String>> DIGESTS = Codec.listOf(Codec.STRING);

    public static final Codec<HeapParityHeapFixtureOutput> CODEC = ObjectCodec.of(
            "HeapParityHeapFixtureOutput",
            field("active_resource_ids_hex", DIGESTS, HeapParityHeapFixtureOutput::activeResourceIdsHex),
            field("consumed_resource_ids_hex", DIGESTS, HeapParityHeapFixtureOutput::consumedResourceIdsHex),
            field("proof_index", Codec.U64, HeapParityHeapFixtureOutput::proofIndex),
            nullable("resource_proof", HeapParityProof.CODEC, HeapParityHeapFixtureOutput::resourceProof),
            nullable("nullifier_proof", HeapParityProof.CODEC, HeapParityHeapFixtureOutput::nullifierProof),
            field("merkle_node_preimage_hex", Codec.STRING, HeapParityHeapFixtureOutput::merkleNodePreimageHex),
            field("heap_commitment", HeapParityCommitment.CODEC, HeapParityHeapFixtureOutput::heapCommitment),
            field("heap_commitment_preimage_hex", Codec.STRING, HeapParityHeapFixtureOutput::heapCommitmentPreimageHex),
            field("commitment_hash_hex", Codec.STRING, HeapParityHeapFixtureOutput::commitmentHashHex),
            HeapParityHeapFixtureOutput::new);

    public HeapParityHeapFixtureOutput {
        activeResourceIdsHex = List.copyOf(activeResourceIdsHex);
        consumedResourceIdsHex = List.copyOf(consumedResourceIdsHex);
    }
}

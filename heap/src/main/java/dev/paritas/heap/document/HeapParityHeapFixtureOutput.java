package dev.paritas.heap.document;

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

    public static final Codec<HeapParityHeapFixtureOutput> CODEC = ObjectCodec.of("HeapParityHeapFixtureOutput", m -> {
        var active = m.required("active_resource_ids_hex", DIGESTS, HeapParityHeapFixtureOutput::activeResourceIdsHex);
        var consumed =
                m.required("consumed_resource_ids_hex", DIGESTS, HeapParityHeapFixtureOutput::consumedResourceIdsHex);
        var index = m.required("proof_index", Codec.U64, HeapParityHeapFixtureOutput::proofIndex);
        var resourceProof =
                m.nullable("resource_proof", HeapParityProof.CODEC, HeapParityHeapFixtureOutput::resourceProof);
        var nullifierProof =
                m.nullable("nullifier_proof", HeapParityProof.CODEC, HeapParityHeapFixtureOutput::nullifierProof);
        var node = m.required(
                "merkle_node_preimage_hex", Codec.STRING, HeapParityHeapFixtureOutput::merkleNodePreimageHex);
        var commitment =
                m.required("heap_commitment", HeapParityCommitment.CODEC, HeapParityHeapFixtureOutput::heapCommitment);
        var preimage = m.required(
                "heap_commitment_preimage_hex", Codec.STRING, HeapParityHeapFixtureOutput::heapCommitmentPreimageHex);
        var hash = m.required("commitment_hash_hex", Codec.STRING, HeapParityHeapFixtureOutput::commitmentHashHex);
        return in -> new HeapParityHeapFixtureOutput(
                in.get(active),
                in.get(consumed),
                in.get(index),
                in.get(resourceProof),
                in.get(nullifierProof),
                in.get(node),
                in.get(commitment),
                in.get(preimage),
                in.get(hash));
    });

    public HeapParityHeapFixtureOutput {
        activeResourceIdsHex = List.copyOf(activeResourceIdsHex);
        consumedResourceIdsHex = List.copyOf(consumedResourceIdsHex);
    }
}

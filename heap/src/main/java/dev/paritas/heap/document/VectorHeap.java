package dev.paritas.heap.document;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.heap.merkle.InclusionProof;
import dev.paritas.heap.resource.ResourceId;
import dev.paritas.heap.state.Heap;
import dev.paritas.heap.state.HeapCommitment;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.HexCodec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;

/**
 * What the standard scenario of a vector file leaves behind (spec 40 §11).
 *
 * @param activeResourceIdHex the message's
 * @param proofPath of the first active resource
 */
public record VectorHeap(
        String consumedResourceIdHex,
        String activeResourceIdHex,
        String proofLeafHex,
        String proofRootHex,
        List<ProofStepText> proofPath,
        String resourceRootHex,
        String nullifierRootHex,
        String commitmentHashHex) {
    public static final Codec<VectorHeap> CODEC = ObjectCodec.of(
            "HeapVectorHeap",
            field("consumed_resource_id_hex", HexCodec.DIGEST, VectorHeap::consumedResourceIdHex),
            field("active_resource_id_hex", HexCodec.DIGEST, VectorHeap::activeResourceIdHex),
            field("proof_leaf_hex", HexCodec.DIGEST, VectorHeap::proofLeafHex),
            field("proof_root_hex", HexCodec.DIGEST, VectorHeap::proofRootHex),
            field("proof_path", Codec.listOf(ProofStepText.CODEC), VectorHeap::proofPath),
            field("resource_root_hex", HexCodec.DIGEST, VectorHeap::resourceRootHex),
            field("nullifier_root_hex", HexCodec.DIGEST, VectorHeap::nullifierRootHex),
            field("commitment_hash_hex", HexCodec.DIGEST, VectorHeap::commitmentHashHex),
            VectorHeap::new);

    public VectorHeap {
        proofPath = List.copyOf(proofPath);
    }

    /** {@return the fixture of a heap with the message among its active resources and one consumed channel} */
    static VectorHeap of(Heap heap, ResourceId message, ResourceId channel) {
        InclusionProof proof = heap.resourceTree().prove(0).orElseThrow();
        HeapCommitment commitment = heap.commitment();
        return new VectorHeap(
                channel.digest().hex(),
                message.digest().hex(),
                proof.leafHash().hex(),
                proof.root().hex(),
                ProofStepText.of(proof.path()),
                commitment.resourceRoot().hex(),
                commitment.nullifierRoot().hex(),
                commitment.hash(heap.hasher()).hex());
    }
}

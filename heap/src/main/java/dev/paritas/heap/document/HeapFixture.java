package dev.paritas.heap.document;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.heap.merkle.InclusionProof;
import dev.paritas.heap.replay.HeapOperation;
import dev.paritas.heap.replay.Replay;
import dev.paritas.heap.resource.Digest;
import dev.paritas.heap.resource.Preimages;
import dev.paritas.heap.resource.ResourceId;
import dev.paritas.heap.state.Heap;
import dev.paritas.heap.state.HeapCommitment;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.HexCodec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The {@code heap_fixture} of a parity corpus: a log and what it leaves behind (spec 40 §12.5).
 *
 * @param resourceLevelsHex leaves first, odd levels unpadded, empty for an empty tree
 * @param proofIndex position among the active resources, unsigned
 * @param merkleNodePreimageHex preimage of the node over the message's leaf and the session's leaf
 */
public record HeapFixture(
        List<HeapOperation> operations,
        List<String> activeResourceIdsHex,
        List<String> consumedResourceIdsHex,
        List<List<String>> resourceLevelsHex,
        List<List<String>> nullifierLevelsHex,
        long proofIndex,
        String proofLeafHex,
        String proofRootHex,
        List<ProofStepText> proofPath,
        String resourceRootHex,
        String nullifierRootHex,
        String merkleNodePreimageHex,
        String commitmentHashHex,
        String commitmentPreimageHex) {
    private static final Codec<List<String>> DIGESTS = Codec.listOf(HexCodec.DIGEST);
    private static final Codec<List<List<String>>> LEVELS = Codec.listOf(DIGESTS);

    public static final Codec<HeapFixture> CODEC = ObjectCodec.of(
            "HeapFixture",
            field("operations", Codec.listOf(HeapOperation.CODEC), HeapFixture::operations),
            field("active_resource_ids_hex", DIGESTS, HeapFixture::activeResourceIdsHex),
            field("consumed_resource_ids_hex", DIGESTS, HeapFixture::consumedResourceIdsHex),
            field("resource_levels_hex", LEVELS, HeapFixture::resourceLevelsHex),
            field("nullifier_levels_hex", LEVELS, HeapFixture::nullifierLevelsHex),
            field("proof_index", Codec.U64, HeapFixture::proofIndex),
            field("proof_leaf_hex", HexCodec.DIGEST, HeapFixture::proofLeafHex),
            field("proof_root_hex", HexCodec.DIGEST, HeapFixture::proofRootHex),
            field("proof_path", Codec.listOf(ProofStepText.CODEC), HeapFixture::proofPath),
            field("resource_root_hex", HexCodec.DIGEST, HeapFixture::resourceRootHex),
            field("nullifier_root_hex", HexCodec.DIGEST, HeapFixture::nullifierRootHex),
            field("merkle_node_preimage_hex", HexCodec.BYTES, HeapFixture::merkleNodePreimageHex),
            field("commitment_hash_hex", HexCodec.DIGEST, HeapFixture::commitmentHashHex),
            field("commitment_preimage_hex", HexCodec.BYTES, HeapFixture::commitmentPreimageHex),
            HeapFixture::new);

    public HeapFixture {
        operations = List.copyOf(operations);
        activeResourceIdsHex = List.copyOf(activeResourceIdsHex);
        consumedResourceIdsHex = List.copyOf(consumedResourceIdsHex);
        resourceLevelsHex = resourceLevelsHex.stream().map(List::copyOf).toList();
        nullifierLevelsHex = nullifierLevelsHex.stream().map(List::copyOf).toList();
        proofPath = List.copyOf(proofPath);
    }

    /**
     * {@return the fixture of a replayed log, all digests computed; empty when no active resource stands at
     * {@code proofIndex}}
     *
     * @param messageLeafHex left child of the node whose preimage is shown
     * @param sessionLeafHex right child of it
     */
    public static Optional<HeapFixture> of(
            Replay replay, long proofIndex, String messageLeafHex, String sessionLeafHex) {
        Heap heap = replay.heap();
        HeapCommitment commitment = heap.commitment();
        return heap.resourceTree()
                .prove(proofIndex)
                .map(proof -> of(replay, proofIndex, proof, commitment, node(messageLeafHex, sessionLeafHex)));
    }

    private static HeapFixture of(
            Replay replay, long proofIndex, InclusionProof proof, HeapCommitment commitment, String nodePreimageHex) {
        Heap heap = replay.heap();
        return new HeapFixture(
                replay.operations(),
                digests(heap.activeIds()),
                digests(heap.consumedIds()),
                levels(heap.resourceTree().levels()),
                levels(heap.nullifierTree().levels()),
                proofIndex,
                proof.leafHash().hex(),
                proof.root().hex(),
                ProofStepText.of(proof.path()),
                commitment.resourceRoot().hex(),
                commitment.nullifierRoot().hex(),
                nodePreimageHex,
                commitment.hash(heap.hasher()).hex(),
                HexFormat.of().formatHex(commitment.preimage()));
    }

    private static String node(String leftHex, String rightHex) {
        HexFormat hex = HexFormat.of();
        return hex.formatHex(Preimages.merkleNode(hex.parseHex(leftHex), hex.parseHex(rightHex)));
    }

    private static List<String> digests(List<ResourceId> ids) {
        return ids.stream().map(id -> id.digest().hex()).toList();
    }

    private static List<List<String>> levels(List<List<Digest>> levels) {
        return levels.stream()
                .map(level -> level.stream().map(Digest::hex).toList())
                .toList();
    }
}

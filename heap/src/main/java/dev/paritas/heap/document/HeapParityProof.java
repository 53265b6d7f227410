package dev.paritas.heap.document;

import dev.paritas.heap.merkle.InclusionProof;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;

/** A proof in a runner's output. */
public record HeapParityProof(String leafHashHex, List<HeapParityProofStep> path, String rootHex) {
    public static final Codec<HeapParityProof> CODEC = ObjectCodec.of("HeapParityProof", m -> {
        var leafHashHex = m.required("leaf_hash_hex", Codec.STRING, HeapParityProof::leafHashHex);
        var path = m.required("path", Codec.listOf(HeapParityProofStep.CODEC), HeapParityProof::path);
        var rootHex = m.required("root_hex", Codec.STRING, HeapParityProof::rootHex);
        return in -> new HeapParityProof(in.get(leafHashHex), in.get(path), in.get(rootHex));
    });

    public HeapParityProof {
        path = List.copyOf(path);
    }

    static HeapParityProof of(InclusionProof proof) {
        return new HeapParityProof(
                proof.leafHash().hex(),
                proof.path().stream()
                        .map(step -> new HeapParityProofStep(
                                step.direction().word(), step.sibling().hex()))
                        .toList(),
                proof.root().hex());
    }
}

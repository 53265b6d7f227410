package dev.paritas.heap.document;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.heap.merkle.InclusionProof;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;

/** A proof in a runner's output. */
public record HeapParityProof(String leafHashHex, List<HeapParityProofStep> path, String rootHex) {
    public static final Codec<HeapParityProof> CODEC = ObjectCodec.of(
            "HeapParityProof",
            field("leaf_hash_hex", Codec.STRING, HeapParityProof::leafHashHex),
            field("path", Codec.listOf(HeapParityProofStep.CODEC), HeapParityProof::path),
            field("root_hex", Codec.STRING, HeapParityProof::rootHex),
            HeapParityProof::new);

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

    /**
     * One step of a proof in a runner's output.
     *
     * @param direction not validated here: a comparison finds a wrong one
     */
    public record HeapParityProofStep(String direction, String siblingHashHex) {
        public static final Codec<HeapParityProofStep> CODEC = ObjectCodec.of(
                "HeapParityProofStep",
                field("direction", Codec.STRING, HeapParityProofStep::direction),
                field("sibling_hash_hex", Codec.STRING, HeapParityProofStep::siblingHashHex),
                HeapParityProofStep::new);
    }
}

package dev.paritas.heap.document;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.heap.merkle.InclusionProof.Direction;
import dev.paritas.heap.merkle.InclusionProof.ProofStep;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.HexCodec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;
import java.util.List;

/** One step of a proof in a corpus. */
public record ProofStepText(Direction direction, String siblingHashHex) {
    public static final Codec<ProofStepText> CODEC = ObjectCodec.of(
            "HeapProofStep",
            field("direction", WordCodec.camelCase(Direction.class), ProofStepText::direction),
            field("sibling_hash_hex", HexCodec.DIGEST, ProofStepText::siblingHashHex),
            ProofStepText::new);

    static List<ProofStepText> of(List<ProofStep> path) {
        return path.stream()
                .map(step -> new ProofStepText(step.direction(), step.sibling().hex()))
                .toList();
    }
}

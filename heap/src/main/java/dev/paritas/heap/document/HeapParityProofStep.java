package dev.paritas.heap.document;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

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

package dev.paritas.heap.document;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/**
 * One step of a proof in a runner's output.
 *
 * @param direction not validated here: a comparison finds a wrong one
 */
public record HeapParityProofStep(String direction, String siblingHashHex) {
    public static final Codec<HeapParityProofStep> CODEC = ObjectCodec.of("HeapParityProofStep", m -> {
        var direction = m.required("direction", Codec.STRING, HeapParityProofStep::direction);
        var siblingHashHex = m.required("sibling_hash_hex", Codec.STRING, HeapParityProofStep::siblingHashHex);
        return in -> new HeapParityProofStep(in.get(direction), in.get(siblingHashHex));
    });
}

package dev.paritas.heap.document;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.heap.resource.ResourceId;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.util.List;

/**
 * An id in a runner's output.
 *
 * @param counter unsigned 64-bit
 */
public record HeapParityResourceId(String digestHex, long counter) {
    public static final Codec<HeapParityResourceId> CODEC = ObjectCodec.of(
            "HeapParityResourceId",
            field("digest_hex", Codec.STRING, HeapParityResourceId::digestHex),
            field("counter", Codec.U64, HeapParityResourceId::counter),
            HeapParityResourceId::new);

    static List<HeapParityResourceId> of(List<ResourceId> ids) {
        return ids.stream()
                .map(id -> new HeapParityResourceId(id.digest().hex(), id.counter()))
                .toList();
    }
}

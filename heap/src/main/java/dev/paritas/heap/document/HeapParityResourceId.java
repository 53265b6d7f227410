package dev.paritas.heap.document;

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
    public static final Codec<HeapParityResourceId> CODEC = ObjectCodec.of("HeapParityResourceId", m -> {
        var digestHex = m.required("digest_hex", Codec.STRING, HeapParityResourceId::digestHex);
        var counter = m.required("counter", Codec.U64, HeapParityResourceId::counter);
        return in -> new HeapParityResourceId(in.get(digestHex), in.get(counter));
    });

    static List<HeapParityResourceId> of(List<ResourceId> ids) {
        return ids.stream()
                .map(id -> new HeapParityResourceId(id.digest().hex(), id.counter()))
                .toList();
    }
}

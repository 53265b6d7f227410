package dev.paritas.heap.document;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.heap.resource.Hasher;
import dev.paritas.heap.resource.Resource;
import dev.paritas.heap.resource.ResourceEncoding;
import dev.paritas.heap.state.Heap;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/**
 * A vector file, {@code heap_vectors_v1} (spec 40 §11). It does not spell its scenario out: a channel from the message's
 * source to its destination, the message, a session of the source with type hash 12345; then the channel is consumed.
 *
 * @param heapEncodingVersion 0..65535; the strict suite demands 1
 * @param hasher name of the hash; the strict suite demands {@code blake3}
 */
public record HeapVectors(
        int heapEncodingVersion, String hasher, VectorResource resourceFixture, VectorHeap heapFixture) {
    public static final Codec<HeapVectors> CODEC = ObjectCodec.of(
            "HeapVectors",
            field("heap_encoding_version", Codec.unsignedInt(0xffff), HeapVectors::heapEncodingVersion),
            field("hasher", Codec.STRING, HeapVectors::hasher),
            field("resource_fixture", VectorResource.CODEC, HeapVectors::resourceFixture),
            field("heap_fixture", VectorHeap.CODEC, HeapVectors::heapFixture),
            HeapVectors::new);

    private static final long SESSION_TYPE_HASH = 12345;

    /** {@return the vectors of {@code message}, all digests computed; its own are those at {@code counter}} */
    public static HeapVectors of(Hasher hasher, Resource.Message message, long counter) {
        String payloadHex = message.content().payload().hex();
        return of(hasher, VectorResource.of(hasher, message, payloadHex, counter));
    }

    /** {@return what this file must be, going by its plain members} */
    public HeapVectors recomputed(Hasher expected) {
        return of(expected, resourceFixture.recomputed(expected));
    }

    private static HeapVectors of(Hasher hasher, VectorResource resource) {
        Resource.Message message = resource.message();
        Heap.Allocated channel = Heap.empty(hasher).allocChannel(message.source(), message.dest());
        Heap.Allocated sent = channel.heap().alloc(message);
        Heap.Allocated session = sent.heap().allocSession(message.source(), SESSION_TYPE_HASH);
        Heap heap = session.heap().consume(channel.id());
        return new HeapVectors(
                ResourceEncoding.VERSION, hasher.name(), resource, VectorHeap.of(heap, sent.id(), channel.id()));
    }
}

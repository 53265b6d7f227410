package dev.paritas.heap.document;

import dev.paritas.heap.resource.Bytes;
import dev.paritas.heap.resource.Hasher;
import dev.paritas.heap.resource.Resource;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.HexCodec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** The message of a vector file, with the nullifier leaf of its own id (spec 40 §11). */
public record VectorResource(
        String source,
        String dest,
        String label,
        String payloadHex,
        long seqNo,
        long allocationCounter,
        String canonicalBytesHex,
        String resourceIdDigestHex,
        String resourceLeafHex,
        String nullifierLeafHex) {
    public static final Codec<VectorResource> CODEC = ObjectCodec.of("HeapVectorResource", m -> {
        m.required("kind", MessageKind.CODEC, (VectorResource fixture) -> MessageKind.MESSAGE);
        var source = m.required("source", Codec.STRING, VectorResource::source);
        var dest = m.required("dest", Codec.STRING, VectorResource::dest);
        var label = m.required("label", Codec.STRING, VectorResource::label);
        var payload = m.required("payload_hex", HexCodec.ANY_CASE, VectorResource::payloadHex);
        var seqNo = m.required("seq_no", Codec.U64, VectorResource::seqNo);
        var counter = m.required("allocation_counter", Codec.U64, VectorResource::allocationCounter);
        var canonical = m.required("canonical_bytes_hex", HexCodec.BYTES, VectorResource::canonicalBytesHex);
        var idDigest = m.required("resource_id_digest_hex", HexCodec.DIGEST, VectorResource::resourceIdDigestHex);
        var leaf = m.required("resource_leaf_hex", HexCodec.DIGEST, VectorResource::resourceLeafHex);
        var nullifier = m.required("nullifier_leaf_hex", HexCodec.DIGEST, VectorResource::nullifierLeafHex);
        return in -> new VectorResource(
                in.get(source),
                in.get(dest),
                in.get(label),
                in.get(payload),
                in.get(seqNo),
                in.get(counter),
                in.get(canonical),
                in.get(idDigest),
                in.get(leaf),
                in.get(nullifier));
    });

    /**
     * {@return the fixture of a message allocated at {@code counter}, all digests computed}
     *
     * @param payloadHex of the message, as it shall be written
     */
    public static VectorResource of(Hasher hasher, Resource.Message message, String payloadHex, long counter) {
        AllocationFacts facts = AllocationFacts.of(hasher, message, counter);
        return new VectorResource(
                message.source(),
                message.dest(),
                message.content().label(),
                payloadHex,
                message.seqNo(),
                counter,
                facts.canonicalBytesHex(),
                facts.idDigestHex(),
                facts.activeLeafHex(),
                facts.nullifierLeafHex());
    }

    /** {@return what this fixture must be, going by its plain members} */
    public VectorResource recomputed(Hasher hasher) {
        return of(hasher, message(), payloadHex, allocationCounter);
    }

    Resource.Message message() {
        return new Resource.Message(source, dest, label, Bytes.ofHex(payloadHex), seqNo);
    }
}

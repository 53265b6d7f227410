package dev.paritas.heap.document;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.heap.document.MessageFixture.MessageKind;
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
    public static final Codec<VectorResource> CODEC = ObjectCodec.of(
                    "HeapVectorResource",
                    field("source", Codec.STRING, VectorResource::source),
                    field("dest", Codec.STRING, VectorResource::dest),
                    field("label", Codec.STRING, VectorResource::label),
                    field("payload_hex", HexCodec.ANY_CASE, VectorResource::payloadHex),
                    field("seq_no", Codec.U64, VectorResource::seqNo),
                    field("allocation_counter", Codec.U64, VectorResource::allocationCounter),
                    field("canonical_bytes_hex", HexCodec.BYTES, VectorResource::canonicalBytesHex),
                    field("resource_id_digest_hex", HexCodec.DIGEST, VectorResource::resourceIdDigestHex),
                    field("resource_leaf_hex", HexCodec.DIGEST, VectorResource::resourceLeafHex),
                    field("nullifier_leaf_hex", HexCodec.DIGEST, VectorResource::nullifierLeafHex),
                    VectorResource::new)
            .headed("kind", MessageKind.CODEC, MessageKind.MESSAGE);

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

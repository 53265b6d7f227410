package dev.paritas.heap.document;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.heap.resource.Bytes;
import dev.paritas.heap.resource.Hasher;
import dev.paritas.heap.resource.Resource;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.HexCodec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;

/**
 * The {@code resource_fixture} of a parity corpus: an active message (spec 40 §12.2). Its two nullifier members are those
 * of the consumed <em>channel</em>; in a vector file the member of the same name is the message's own.
 */
public record MessageFixture(
        String source,
        String dest,
        String label,
        String payloadHex,
        long seqNo,
        long allocationCounter,
        String canonicalBytesHex,
        String resourceIdDigestHex,
        String resourceIdPreimageHex,
        String resourceLeafHex,
        String resourceLeafPreimageHex,
        String nullifierLeafHex,
        String nullifierLeafPreimageHex) {
    public static final Codec<MessageFixture> CODEC = ObjectCodec.of(
                    "HeapResourceFixture",
                    field("source", Codec.STRING, MessageFixture::source),
                    field("dest", Codec.STRING, MessageFixture::dest),
                    field("label", Codec.STRING, MessageFixture::label),
                    field("payload_hex", HexCodec.ANY_CASE, MessageFixture::payloadHex),
                    field("seq_no", Codec.U64, MessageFixture::seqNo),
                    field("allocation_counter", Codec.U64, MessageFixture::allocationCounter),
                    field("canonical_bytes_hex", HexCodec.BYTES, MessageFixture::canonicalBytesHex),
                    field("resource_id_digest_hex", HexCodec.DIGEST, MessageFixture::resourceIdDigestHex),
                    field("resource_id_preimage_hex", HexCodec.BYTES, MessageFixture::resourceIdPreimageHex),
                    field("resource_leaf_hex", HexCodec.DIGEST, MessageFixture::resourceLeafHex),
                    field("resource_leaf_preimage_hex", HexCodec.BYTES, MessageFixture::resourceLeafPreimageHex),
                    field("nullifier_leaf_hex", HexCodec.DIGEST, MessageFixture::nullifierLeafHex),
                    field("nullifier_leaf_preimage_hex", HexCodec.BYTES, MessageFixture::nullifierLeafPreimageHex),
                    MessageFixture::new)
            .headed("kind", MessageKind.CODEC, MessageKind.MESSAGE);

    /**
     * {@return the fixture of a message allocated at {@code counter}, all digests computed}
     *
     * @param payloadHex of the message, as it shall be written
     * @param consumed whose nullifier members it repeats
     */
    public static MessageFixture of(
            Hasher hasher, Resource.Message message, String payloadHex, long counter, ChannelFixture consumed) {
        AllocationFacts facts = AllocationFacts.of(hasher, message, counter);
        return new MessageFixture(
                message.source(),
                message.dest(),
                message.content().label(),
                payloadHex,
                message.seqNo(),
                counter,
                facts.canonicalBytesHex(),
                facts.idDigestHex(),
                facts.idPreimageHex(),
                facts.activeLeafHex(),
                facts.activeLeafPreimageHex(),
                consumed.nullifierLeafHex(),
                consumed.nullifierLeafPreimageHex());
    }

    /** {@return what this fixture must be beside {@code consumed}, going by its plain members} */
    public MessageFixture recomputed(Hasher hasher, ChannelFixture consumed) {
        Resource.Message message = new Resource.Message(source, dest, label, Bytes.ofHex(payloadHex), seqNo);
        return of(hasher, message, payloadHex, allocationCounter, consumed);
    }

    /** The only kind that a {@code resource_fixture} may have. */
    enum MessageKind {
        MESSAGE;

        static final Codec<MessageKind> CODEC = WordCodec.snakeCase(MessageKind.class);
    }
}

package dev.paritas.heap.document;

import dev.paritas.heap.resource.Bytes;
import dev.paritas.heap.resource.Hasher;
import dev.paritas.heap.resource.Resource;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.HexCodec;
import dev.paritas.semanticobjects.json.ObjectCodec;

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
    public static final Codec<MessageFixture> CODEC = ObjectCodec.of("HeapResourceFixture", m -> {
        m.required("kind", MessageKind.CODEC, (MessageFixture fixture) -> MessageKind.MESSAGE);
        var source = m.required("source", Codec.STRING, MessageFixture::source);
        var dest = m.required("dest", Codec.STRING, MessageFixture::dest);
        var label = m.required("label", Codec.STRING, MessageFixture::label);
        var payload = m.required("payload_hex", HexCodec.ANY_CASE, MessageFixture::payloadHex);
        var seqNo = m.required("seq_no", Codec.U64, MessageFixture::seqNo);
        var counter = m.required("allocation_counter", Codec.U64, MessageFixture::allocationCounter);
        var canonical = m.required("canonical_bytes_hex", HexCodec.BYTES, MessageFixture::canonicalBytesHex);
        var idDigest = m.required("resource_id_digest_hex", HexCodec.DIGEST, MessageFixture::resourceIdDigestHex);
        var idPreimage = m.required("resource_id_preimage_hex", HexCodec.BYTES, MessageFixture::resourceIdPreimageHex);
        var leaf = m.required("resource_leaf_hex", HexCodec.DIGEST, MessageFixture::resourceLeafHex);
        var leafPreimage =
                m.required("resource_leaf_preimage_hex", HexCodec.BYTES, MessageFixture::resourceLeafPreimageHex);
        var nullifier = m.required("nullifier_leaf_hex", HexCodec.DIGEST, MessageFixture::nullifierLeafHex);
        var nullifierPreimage =
                m.required("nullifier_leaf_preimage_hex", HexCodec.BYTES, MessageFixture::nullifierLeafPreimageHex);
        return in -> new MessageFixture(
                in.get(source),
                in.get(dest),
                in.get(label),
                in.get(payload),
                in.get(seqNo),
                in.get(counter),
                in.get(canonical),
                in.get(idDigest),
                in.get(idPreimage),
                in.get(leaf),
                in.get(leafPreimage),
                in.get(nullifier),
                in.get(nullifierPreimage));
    });

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
}

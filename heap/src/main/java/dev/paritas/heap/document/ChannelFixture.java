package dev.paritas.heap.document;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.heap.resource.Hasher;
import dev.paritas.heap.resource.Resource;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.HexCodec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** A consumed channel with an empty queue (spec 40 §12.4). */
public record ChannelFixture(
        String sender,
        String receiver,
        long allocationCounter,
        String canonicalBytesHex,
        String resourceIdDigestHex,
        String resourceIdPreimageHex,
        String nullifierLeafHex,
        String nullifierLeafPreimageHex) {
    public static final Codec<ChannelFixture> CODEC = ObjectCodec.of(
            "HeapChannelFixture",
            field("sender", Codec.STRING, ChannelFixture::sender),
            field("receiver", Codec.STRING, ChannelFixture::receiver),
            field("allocation_counter", Codec.U64, ChannelFixture::allocationCounter),
            field("canonical_bytes_hex", HexCodec.BYTES, ChannelFixture::canonicalBytesHex),
            field("resource_id_digest_hex", HexCodec.DIGEST, ChannelFixture::resourceIdDigestHex),
            field("resource_id_preimage_hex", HexCodec.BYTES, ChannelFixture::resourceIdPreimageHex),
            field("nullifier_leaf_hex", HexCodec.DIGEST, ChannelFixture::nullifierLeafHex),
            field("nullifier_leaf_preimage_hex", HexCodec.BYTES, ChannelFixture::nullifierLeafPreimageHex),
            ChannelFixture::new);

    /** {@return the fixture of a channel allocated at {@code counter}, all digests computed} */
    public static ChannelFixture of(Hasher hasher, Resource.Channel channel, long counter) {
        AllocationFacts facts = AllocationFacts.of(hasher, channel, counter);
        return new ChannelFixture(
                channel.sender(),
                channel.receiver(),
                counter,
                facts.canonicalBytesHex(),
                facts.idDigestHex(),
                facts.idPreimageHex(),
                facts.nullifierLeafHex(),
                facts.nullifierLeafPreimageHex());
    }

    /** {@return what this fixture must be, going by its plain members} */
    public ChannelFixture recomputed(Hasher hasher) {
        return of(hasher, new Resource.Channel(sender, receiver), allocationCounter);
    }
}

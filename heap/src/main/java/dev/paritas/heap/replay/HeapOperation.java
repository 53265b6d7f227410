package dev.paritas.heap.replay;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.heap.resource.Bytes;
import dev.paritas.heap.resource.Resource;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.HexCodec;
import dev.paritas.semanticobjects.json.KindCodec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** One step of an operation log (spec 40 §12.6). */
public sealed interface HeapOperation {
    /** An allocation with the digest that it is recorded to give; its counter is its place among the allocations. */
    sealed interface Alloc extends HeapOperation {
        Resource resource();

        /** {@return 64 lower-case hex digits} */
        String resourceIdDigestHex();

        /** {@return the same allocation, recorded with another digest} */
        Alloc recorded(String digestHex);
    }

    record AllocChannel(String sender, String receiver, String resourceIdDigestHex) implements Alloc {
        @Override
        public Resource resource() {
            return new Resource.Channel(sender, receiver);
        }

        @Override
        public Alloc recorded(String digestHex) {
            return new AllocChannel(sender, receiver, digestHex);
        }
    }

    /**
     * @param payloadHex hex digits of either case
     * @param seqNo unsigned 64-bit
     */
    record AllocMessage(
            String source, String dest, String label, String payloadHex, long seqNo, String resourceIdDigestHex)
            implements Alloc {
        @Override
        public Resource resource() {
            return new Resource.Message(source, dest, label, Bytes.ofHex(payloadHex), seqNo);
        }

        @Override
        public Alloc recorded(String digestHex) {
            return new AllocMessage(source, dest, label, payloadHex, seqNo, digestHex);
        }
    }

    /** @param typeHash unsigned 64-bit */
    record AllocSession(String role, long typeHash, String resourceIdDigestHex) implements Alloc {
        @Override
        public Resource resource() {
            return new Resource.Session(role, typeHash);
        }

        @Override
        public Alloc recorded(String digestHex) {
            return new AllocSession(role, typeHash, digestHex);
        }
    }

    record Consume(IdText resourceId) implements HeapOperation {}

    /**
     * An id as documents write it.
     *
     * @param digestHex 64 lower-case hex digits
     * @param counter unsigned 64-bit
     */
    record IdText(String digestHex, long counter) {
        static final Codec<IdText> CODEC = ObjectCodec.of(
                "HeapResourceId",
                field("digest_hex", HexCodec.DIGEST, IdText::digestHex),
                field("counter", Codec.U64, IdText::counter),
                IdText::new);
    }

    Codec<HeapOperation> CODEC = Codec.lazy(() -> HeapOperationCodec.INSTANCE);
}

/** The words and members of the operations. */
final class HeapOperationCodec {

    static final Codec<HeapOperation> INSTANCE = KindCodec.<HeapOperation>named("HeapOperation", "kind")
            .variant(
                    HeapOperation.AllocChannel.class,
                    ObjectCodec.of(
                            "alloc_channel",
                            field("sender", Codec.STRING, HeapOperation.AllocChannel::sender),
                            field("receiver", Codec.STRING, HeapOperation.AllocChannel::receiver),
                            field(
                                    "resource_id_digest_hex",
                                    HexCodec.DIGEST,
                                    HeapOperation.AllocChannel::resourceIdDigestHex),
                            HeapOperation.AllocChannel::new))
            .variant(
                    HeapOperation.AllocMessage.class,
                    ObjectCodec.of(
                            "alloc_message",
                            field("source", Codec.STRING, HeapOperation.AllocMessage::source),
                            field("dest", Codec.STRING, HeapOperation.AllocMessage::dest),
                            field("label", Codec.STRING, HeapOperation.AllocMessage::label),
                            field("payload_hex", HexCodec.ANY_CASE, HeapOperation.AllocMessage::payloadHex),
                            field("seq_no", Codec.U64, HeapOperation.AllocMessage::seqNo),
                            field(
                                    "resource_id_digest_hex",
                                    HexCodec.DIGEST,
                                    HeapOperation.AllocMessage::resourceIdDigestHex),
                            HeapOperation.AllocMessage::new))
            .variant(
                    HeapOperation.AllocSession.class,
                    ObjectCodec.of(
                            "alloc_session",
                            field("role", Codec.STRING, HeapOperation.AllocSession::role),
                            field("type_hash", Codec.U64, HeapOperation.AllocSession::typeHash),
                            field(
                                    "resource_id_digest_hex",
                                    HexCodec.DIGEST,
                                    HeapOperation.AllocSession::resourceIdDigestHex),
                            HeapOperation.AllocSession::new))
            .variant(
                    HeapOperation.Consume.class,
                    ObjectCodec.of(
                            "consume",
                            field("resource_id", HeapOperation.IdText.CODEC, HeapOperation.Consume::resourceId),
                            HeapOperation.Consume::new));

    private HeapOperationCodec() {}
}

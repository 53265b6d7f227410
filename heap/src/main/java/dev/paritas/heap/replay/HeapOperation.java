package dev.paritas.heap.replay;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.heap.resource.Bytes;
import dev.paritas.heap.resource.Resource;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.HexCodec;
import dev.paritas.semanticobjects.json.KindCodec;
import dev.paritas.semanticobjects.json.KindCodec.Field;
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
    private static final Field<String> SENDER = Field.required("sender", Codec.STRING);
    private static final Field<String> RECEIVER = Field.required("receiver", Codec.STRING);
    private static final Field<String> SOURCE = Field.required("source", Codec.STRING);
    private static final Field<String> DEST = Field.required("dest", Codec.STRING);
    private static final Field<String> LABEL = Field.required("label", Codec.STRING);
    private static final Field<String> PAYLOAD = Field.required("payload_hex", HexCodec.ANY_CASE);
    private static final Field<Long> SEQ_NO = Field.required("seq_no", Codec.U64);
    private static final Field<String> ROLE = Field.required("role", Codec.STRING);
    private static final Field<Long> TYPE_HASH = Field.required("type_hash", Codec.U64);
    private static final Field<String> DIGEST = Field.required("resource_id_digest_hex", HexCodec.DIGEST);
    private static final Field<HeapOperation.IdText> ID = Field.required("resource_id", HeapOperation.IdText.CODEC);

    static final Codec<HeapOperation> INSTANCE = KindCodec.<HeapOperation>named("HeapOperation", "kind")
            .variant(
                    "alloc_channel",
                    HeapOperation.AllocChannel.class,
                    v -> v.field(SENDER, HeapOperation.AllocChannel::sender)
                            .field(RECEIVER, HeapOperation.AllocChannel::receiver)
                            .field(DIGEST, HeapOperation.AllocChannel::resourceIdDigestHex),
                    in -> new HeapOperation.AllocChannel(in.get(SENDER), in.get(RECEIVER), in.get(DIGEST)))
            .variant(
                    "alloc_message",
                    HeapOperation.AllocMessage.class,
                    v -> v.field(SOURCE, HeapOperation.AllocMessage::source)
                            .field(DEST, HeapOperation.AllocMessage::dest)
                            .field(LABEL, HeapOperation.AllocMessage::label)
                            .field(PAYLOAD, HeapOperation.AllocMessage::payloadHex)
                            .field(SEQ_NO, HeapOperation.AllocMessage::seqNo)
                            .field(DIGEST, HeapOperation.AllocMessage::resourceIdDigestHex),
                    in -> new HeapOperation.AllocMessage(
                            in.get(SOURCE),
                            in.get(DEST),
                            in.get(LABEL),
                            in.get(PAYLOAD),
                            in.get(SEQ_NO),
                            in.get(DIGEST)))
            .variant(
                    "alloc_session",
                    HeapOperation.AllocSession.class,
                    v -> v.field(ROLE, HeapOperation.AllocSession::role)
                            .field(TYPE_HASH, HeapOperation.AllocSession::typeHash)
                            .field(DIGEST, HeapOperation.AllocSession::resourceIdDigestHex),
                    in -> new HeapOperation.AllocSession(in.get(ROLE), in.get(TYPE_HASH), in.get(DIGEST)))
            .variant(
                    "consume",
                    HeapOperation.Consume.class,
                    v -> v.field(ID, HeapOperation.Consume::resourceId),
                    in -> new HeapOperation.Consume(in.get(ID)));

    private HeapOperationCodec() {}
}

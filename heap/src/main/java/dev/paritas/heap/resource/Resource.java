package dev.paritas.heap.resource;

import java.util.List;

/** An immutable resource (spec 40 §3.1). The wire word of each kind is written here and nowhere else. */
public sealed interface Resource {
    /** {@return the word of this kind: {@code channel}, {@code message}, {@code session} or {@code value}} */
    String kind();

    /** {@return {@code Resource(<kind>)}} */
    default String display() {
        return "Resource(" + kind() + ")";
    }

    /** A labelled payload. */
    record Payload(String label, Bytes payload) {}

    /** A channel with the payloads that wait in it. */
    record Channel(String sender, String receiver, List<Payload> queue) implements Resource {
        public Channel {
            queue = List.copyOf(queue);
        }

        /** A channel with an empty queue. */
        public Channel(String sender, String receiver) {
            this(sender, receiver, List.of());
        }

        @Override
        public String kind() {
            return "channel";
        }
    }

    /** @param seqNo unsigned 64-bit */
    record Message(String source, String dest, Payload content, long seqNo) implements Resource {
        public Message(String source, String dest, String label, Bytes payload, long seqNo) {
            this(source, dest, new Payload(label, payload), seqNo);
        }

        @Override
        public String kind() {
            return "message";
        }
    }

    /** @param typeHash unsigned 64-bit, opaque: the heap never computes it */
    record Session(String role, long typeHash) implements Resource {
        @Override
        public String kind() {
            return "session";
        }
    }

    record Value(String tag, Bytes data) implements Resource {
        @Override
        public String kind() {
            return "value";
        }
    }
}

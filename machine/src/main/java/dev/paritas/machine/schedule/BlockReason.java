package dev.paritas.machine.schedule;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.TaggedCodec;
import dev.paritas.semanticobjects.value.Edge;

/** Why a coroutine waits (spec 20 §3). */
public sealed interface BlockReason {
    /** {@return the word for exports, e.g. {@code recv_wait}} */
    String tag();

    /** A message on {@code edge} is awaited. */
    record Recv(Edge edge, ProgressToken token) implements BlockReason {
        private static final Codec<Recv> FIELDS = ObjectCodec.of("Recv", m -> {
            var edge = m.required("edge", Edge.CODEC, Recv::edge);
            var token = m.required("token", ProgressToken.CODEC, Recv::token);
            return in -> new Recv(in.get(edge), in.get(token));
        });

        @Override
        public String tag() {
            return "recv_wait";
        }
    }

    /** The buffer of {@code edge} is full, or the topology keeps it closed. */
    record Send(Edge edge) implements BlockReason {
        private static final Codec<Send> FIELDS = ObjectCodec.of("Send", m -> {
            var edge = m.required("edge", Edge.CODEC, Send::edge);
            return in -> new Send(in.get(edge));
        });

        @Override
        public String tag() {
            return "send_wait";
        }
    }

    /** A commit waits for its handler. */
    record Invoke(String handler) implements BlockReason {
        private static final Codec<Invoke> FIELDS = ObjectCodec.of("Invoke", m -> {
            var handler = m.required("handler", Codec.STRING, Invoke::handler);
            return in -> new Invoke(in.get(handler));
        });

        @Override
        public String tag() {
            return "invoke_wait";
        }
    }

    /** A guard layer was not granted. */
    record AcquireDenied(String layer) implements BlockReason {
        private static final Codec<AcquireDenied> FIELDS = ObjectCodec.of("AcquireDenied", m -> {
            var layer = m.required("layer", Codec.STRING, AcquireDenied::layer);
            return in -> new AcquireDenied(in.get(layer));
        });

        @Override
        public String tag() {
            return "acquire_denied";
        }
    }

    /** Never produced by this engine. */
    record Consensus(long consensusTag) implements BlockReason {
        private static final Codec<Consensus> FIELDS = ObjectCodec.of("Consensus", m -> {
            var tag = m.required("tag", Codec.U64, Consensus::consensusTag);
            return in -> new Consensus(in.get(tag));
        });

        @Override
        public String tag() {
            return "consensus_wait";
        }
    }

    /** The status of a coroutine that yielded; the scheduler keeps it ready. */
    record Spawn() implements BlockReason {
        @Override
        public String tag() {
            return "spawn_wait";
        }
    }

    /** Never produced by this engine. */
    record Close(long sid) implements BlockReason {
        private static final Codec<Close> FIELDS = ObjectCodec.of("Close", m -> {
            var sid = m.required("sid", Codec.U64, Close::sid);
            return in -> new Close(in.get(sid));
        });

        @Override
        public String tag() {
            return "close_wait";
        }
    }

    Codec<BlockReason> CODEC = TaggedCodec.<BlockReason>named("BlockReason")
            .variant("Recv", Recv.class, Recv.FIELDS)
            .variant("Send", Send.class, Send.FIELDS)
            .variant("Invoke", Invoke.class, Invoke.FIELDS)
            .variant("AcquireDenied", AcquireDenied.class, AcquireDenied.FIELDS)
            .variant("Consensus", Consensus.class, Consensus.FIELDS)
            .constant("Spawn", new Spawn())
            .variant("Close", Close.class, Close.FIELDS)
            .build();
}

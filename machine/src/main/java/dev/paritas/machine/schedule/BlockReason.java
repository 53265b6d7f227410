package dev.paritas.machine.schedule;

import static dev.paritas.semanticobjects.json.Field.field;

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
        private static final Codec<Recv> FIELDS = ObjectCodec.of(
                "Recv",
                field("edge", Edge.CODEC, Recv::edge),
                field("token", ProgressToken.CODEC, Recv::token),
                Recv::new);

        @Override
        public String tag() {
            return "recv_wait";
        }
    }

    /** The buffer of {@code edge} is full, or the topology keeps it closed. */
    record Send(Edge edge) implements BlockReason {
        private static final Codec<Send> FIELDS =
                ObjectCodec.of("Send", field("edge", Edge.CODEC, Send::edge), Send::new);

        @Override
        public String tag() {
            return "send_wait";
        }
    }

    /** A commit waits for its handler. */
    record Invoke(String handler) implements BlockReason {
        private static final Codec<Invoke> FIELDS =
                ObjectCodec.of("Invoke", field("handler", Codec.STRING, Invoke::handler), Invoke::new);

        @Override
        public String tag() {
            return "invoke_wait";
        }
    }

    /** A guard layer was not granted. */
    record AcquireDenied(String layer) implements BlockReason {
        private static final Codec<AcquireDenied> FIELDS =
                ObjectCodec.of("AcquireDenied", field("layer", Codec.STRING, AcquireDenied::layer), AcquireDenied::new);

        @Override
        public String tag() {
            return "acquire_denied";
        }
    }

    /** Never produced by this engine. */
    record Consensus(long consensusTag) implements BlockReason {
        private static final Codec<Consensus> FIELDS =
                ObjectCodec.of("Consensus", field("tag", Codec.U64, Consensus::consensusTag), Consensus::new);

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
        private static final Codec<Close> FIELDS =
                ObjectCodec.of("Close", field("sid", Codec.U64, Close::sid), Close::new);

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

package dev.paritas.semanticobjects.event;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.TaggedCodec;

/** How a session ended (spec 21 §10). */
public sealed interface SessionTerminalReason {
    record Closed(String reason) implements SessionTerminalReason {
        public static final Codec<Closed> CODEC = ObjectCodec.of("SessionTerminalReasonClosed", m -> {
            var reason = m.required("reason", Codec.STRING, Closed::reason);
            return in -> new Closed(in.get(reason));
        });
    }

    record Cancelled(String reason) implements SessionTerminalReason {
        public static final Codec<Cancelled> CODEC = ObjectCodec.of("SessionTerminalReasonCancelled", m -> {
            var reason = m.required("reason", Codec.STRING, Cancelled::reason);
            return in -> new Cancelled(in.get(reason));
        });
    }

    record Aborted(String reason) implements SessionTerminalReason {
        public static final Codec<Aborted> CODEC = ObjectCodec.of("SessionTerminalReasonAborted", m -> {
            var reason = m.required("reason", Codec.STRING, Aborted::reason);
            return in -> new Aborted(in.get(reason));
        });
    }

    record Faulted(String reason) implements SessionTerminalReason {
        public static final Codec<Faulted> CODEC = ObjectCodec.of("SessionTerminalReasonFaulted", m -> {
            var reason = m.required("reason", Codec.STRING, Faulted::reason);
            return in -> new Faulted(in.get(reason));
        });
    }

    Codec<SessionTerminalReason> CODEC = TaggedCodec.<SessionTerminalReason>named("SessionTerminalReason")
            .variant("Closed", Closed.class, Closed.CODEC)
            .variant("Cancelled", Cancelled.class, Cancelled.CODEC)
            .variant("Aborted", Aborted.class, Aborted.CODEC)
            .variant("Faulted", Faulted.class, Faulted.CODEC)
            .build();

    /** {@return the text that goes with the ending} */
    String reason();
}

package dev.paritas.semanticobjects.event;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.TaggedCodec;

/** How a session ended (spec 21 §10). */
public sealed interface SessionTerminalReason {
    record Closed(String reason) implements SessionTerminalReason {
        public static final Codec<Closed> CODEC = ObjectCodec.of(
                "SessionTerminalReasonClosed", field("reason", Codec.STRING, Closed::reason), Closed::new);
    }

    record Cancelled(String reason) implements SessionTerminalReason {
        public static final Codec<Cancelled> CODEC = ObjectCodec.of(
                "SessionTerminalReasonCancelled", field("reason", Codec.STRING, Cancelled::reason), Cancelled::new);
    }

    record Aborted(String reason) implements SessionTerminalReason {
        public static final Codec<Aborted> CODEC = ObjectCodec.of(
                "SessionTerminalReasonAborted", field("reason", Codec.STRING, Aborted::reason), Aborted::new);
    }

    record Faulted(String reason) implements SessionTerminalReason {
        public static final Codec<Faulted> CODEC = ObjectCodec.of(
                "SessionTerminalReasonFaulted", field("reason", Codec.STRING, Faulted::reason), Faulted::new);
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

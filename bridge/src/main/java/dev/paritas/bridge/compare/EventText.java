package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.Objects;

/** Events for people: tick, session, what happened. */
public final class EventText {
    private EventText() {}

    /** {@return the event on one line; names and labels are as others wrote them} */
    public static String line(TraceEvent event) {
        String session = event.session() == null ? "" : "#" + Long.toUnsignedString(event.session());
        return "%6s  %-4s %-8s  %s"
                .formatted(Long.toUnsignedString(event.tick()), session, event.kind(), what(event))
                .stripTrailing();
    }

    private static String what(TraceEvent event) {
        if (event.sender() != null) {
            return event.sender() + " -> " + event.receiver() + "  " + Objects.requireNonNullElse(event.label(), "");
        }
        if (event.role() != null) {
            return event.role();
        }
        String reason = event.reason() == null ? "" : "  " + event.reason();
        return event.target() == null ? reason.strip() : "coroutine " + event.target() + reason;
    }
}

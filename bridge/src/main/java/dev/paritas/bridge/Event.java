package dev.paritas.bridge;

import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One event of a run or of a log (docs/spec/22-lean-machine-runner.md §9).
 *
 * @param kind {@code opened}, {@code sent}, {@code received}, {@code closed}, {@code faulted}, …
 * @param tick the machine's clock when it happened, at least 0
 * @param session number of the session, at least 0; the only one of a log is 0
 * @param sender who sends, for the two kinds of a message
 * @param receiver who receives, for the two kinds of a message
 * @param label what is sent or chosen
 * @param role who is meant by the other kinds; of {@code opened}, all roles of the session, parted by commas
 */
public record Event(
        String kind,
        long tick,
        long session,
        Optional<String> sender,
        Optional<String> receiver,
        Optional<String> label,
        Optional<String> role) {
    /** {@return the beginning of the session, which a log needs first} */
    public static Event opened(long tick, List<String> roles) {
        return new Event(
                "opened",
                tick,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(String.join(",", roles)));
    }

    /** {@return a message on its way} */
    public static Event sent(long tick, String sender, String receiver, String label) {
        return new Event(
                "sent", tick, 0, Optional.of(sender), Optional.of(receiver), Optional.of(label), Optional.empty());
    }

    /** {@return a message that arrived} */
    public static Event received(long tick, String sender, String receiver, String label) {
        return new Event(
                "received", tick, 0, Optional.of(sender), Optional.of(receiver), Optional.of(label), Optional.empty());
    }

    static Event of(TraceEvent event) {
        Long session = event.session();
        return new Event(
                event.kind(),
                event.tick(),
                session == null ? 0 : session,
                Optional.ofNullable(event.sender()),
                Optional.ofNullable(event.receiver()),
                Optional.ofNullable(event.label()),
                Optional.ofNullable(event.role()));
    }

    TraceEvent onTheWire() {
        return new TraceEvent(
                kind,
                tick,
                session,
                orNull(sender),
                orNull(receiver),
                orNull(label),
                orNull(role),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static @Nullable String orNull(Optional<String> text) {
        return text.orElse(null);
    }
}

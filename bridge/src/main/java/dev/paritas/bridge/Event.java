package dev.paritas.bridge;

import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.Optional;

/**
 * One event of a run (docs/spec/22-lean-machine-runner.md §9).
 *
 * @param kind {@code opened}, {@code sent}, {@code received}, {@code closed}, {@code faulted}, …
 * @param tick the machine's clock when it happened, at least 0
 * @param session number of the session, at least 0
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
}

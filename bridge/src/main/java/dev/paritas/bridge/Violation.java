package dev.paritas.bridge;

import java.util.List;

/**
 * The first thing in a session that the protocol does not allow (docs/conform.md).
 *
 * @param session the session's name; empty when a log has one without a name
 * @param event number of the event in its session, from 1
 * @param line of the log, from 1; 0 when there is no log
 * @param code stable, for programs: {@code NOT_ALLOWED}, {@code NOT_SENT}, {@code OUT_OF_ORDER}, {@code UNKNOWN_ROLE},
 *     {@code SESSION_OVER}, or {@code BEGINNING_UNSEEN}, {@code TOO_MANY_UNDER_WAY} and {@code AMBIGUOUS}, with which nothing
 *     is learnt about the roles
 * @param happened what was seen, in words
 * @param reason one plain sentence
 * @param allowed what the role might have done instead, in words
 * @param before the last allowed events of the roles involved, in words
 */
public record Violation(
        String session,
        long event,
        long line,
        String code,
        String happened,
        String reason,
        List<String> allowed,
        List<String> before) {
    public Violation {
        allowed = List.copyOf(allowed);
        before = List.copyOf(before);
    }

    /** {@return all of it, over several lines} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(session.isEmpty() ? "event " + event : "session " + session + ", event " + event)
                .append(line > 0 ? " at line " + line : "")
                .append(": ")
                .append(happened)
                .append("\n  ")
                .append(code)
                .append(": ")
                .append(reason);
        text.append("\n  allowed: ").append(allowed.isEmpty() ? "nothing more" : String.join(", or ", allowed));
        before.forEach(event -> text.append("\n  before:  ").append(event));
        return text.toString();
    }
}

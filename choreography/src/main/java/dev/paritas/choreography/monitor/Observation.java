package dev.paritas.choreography.monitor;

import org.jspecify.annotations.Nullable;

/**
 * Something that a role was seen to do.
 *
 * @param peer the other end of the edge; null for an end, or when it was not seen
 * @param label of the message; null for an end, or when it was not seen
 * @param position where it was seen: a number of the observer's, such as a line of a log
 */
public record Observation(
        String role,
        Action action,
        @Nullable String peer,
        @Nullable String label,
        long position) {
    /** {@return what happened, in words: {@code Buyer sends 'quote' to Seller}} */
    public String text() {
        return switch (action) {
            case SEND -> role + " sends " + message() + " to " + other();
            case RECEIVE -> role + " receives " + message() + " from " + other();
            case CHOOSE -> role + " chooses " + message() + (peer == null ? "" : " towards " + peer);
            case END -> role + " ends";
        };
    }

    private String message() {
        return label == null ? "a message" : "'" + label + "'";
    }

    private String other() {
        return peer == null ? "somebody" : peer;
    }
}

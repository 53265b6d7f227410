package dev.paritas.choreography.monitor;

import java.util.Locale;
import java.util.Optional;

/** What a role was seen to do. */
public enum Action {
    /** Sends a message to its peer. */
    SEND,
    /** Takes a message from its peer. */
    RECEIVE,
    /** Picks a branch and tells its peer: the send of that branch's label. */
    CHOOSE,
    /** Ends its part of the session. */
    END;

    /** {@return the word of logs: {@code send}, {@code receive}, {@code choose}, {@code end}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the action that a log calls so; empty when there is none} */
    public static Optional<Action> of(String word) {
        for (Action action : values()) {
            if (action.word().equals(word)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }
}

package dev.paritas.choreography.monitor;

import java.util.List;

/**
 * The first thing in a session that the protocol does not allow.
 *
 * @param event number of the event in its session, from 1
 * @param reason in which way it is not allowed
 * @param happened what was seen
 * @param allowed what the role might have done instead, in words; empty when nothing was left for it to do
 * @param before the last events of the roles involved that were allowed, in their order
 */
public record Violation(
        String session,
        long event,
        Reason reason,
        Observation happened,
        List<String> allowed,
        List<Observation> before) {
    /** In which way. */
    public enum Reason {
        /** The role is none of the protocol. */
        UNKNOWN_ROLE("the protocol has no such role"),
        /** The local type allows something else here. */
        NOT_ALLOWED("the protocol does not allow it here"),
        /** The local type allows it, and the message was not sent before. */
        NOT_SENT("no such message is under way"),
        /** The local type allows it, and another message comes first on this edge. */
        OUT_OF_ORDER("another message comes first on this edge"),
        /** The session was complete. */
        SESSION_OVER("the session was complete before"),
        /** The session does not begin so, but might have come to it: its beginning was not seen. */
        BEGINNING_UNSEEN("the session is seen from the middle: its beginning is missing"),
        /** So many messages are under way that no more are kept. */
        TOO_MANY_UNDER_WAY("more messages are under way on this edge than can be kept"),
        /** Too many ways to read unseen labels. */
        AMBIGUOUS("the unseen labels leave too many possibilities");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        /** {@return the reason in words} */
        public String sentence() {
            return sentence;
        }

        /** {@return whether nothing is learnt about the roles: the log, or what can be kept of it, is too short} */
        public boolean isUndecided() {
            return this == BEGINNING_UNSEEN || this == TOO_MANY_UNDER_WAY || this == AMBIGUOUS;
        }
    }

    public Violation {
        allowed = List.copyOf(allowed);
        before = List.copyOf(before);
    }
}

package dev.paritas.bridge.process;

import java.time.Duration;

/**
 * Bounds of a session.
 *
 * @param handshake time from start to the opening line
 * @param maxLine most bytes in one line of the child
 * @param maxRestarts starts after the first one, over the whole life of the session
 * @param killGrace time for the child to end after its stdin closed, and again between SIGTERM and SIGKILL
 */
public record SessionLimits(Duration handshake, int maxLine, int maxRestarts, Duration killGrace) {
    public static final SessionLimits DEFAULT =
            new SessionLimits(Duration.ofSeconds(10), ChildLimits.MAX_STDOUT, 3, ChildLimits.KILL_GRACE);

    /** For a child that Lean executes: starting it takes seconds, and longer on a busy machine. */
    public static final SessionLimits LEAN =
            new SessionLimits(Duration.ofMinutes(3), ChildLimits.MAX_STDOUT, 3, Duration.ofSeconds(2));

    public SessionLimits {
        if (handshake.isNegative() || maxLine < 1 || maxRestarts < 0 || killGrace.isNegative()) {
            throw new IllegalArgumentException("session limits must not be negative");
        }
    }
}

package dev.paritas.bridge.process;

import java.time.Duration;

/**
 * Bounds of one child.
 *
 * @param deadline from start to the end of both output streams
 * @param maxStdout most bytes accepted on stdout
 * @param maxStderr most bytes accepted on stderr
 * @param killGrace time between SIGTERM and SIGKILL
 */
public record ChildLimits(Duration deadline, int maxStdout, int maxStderr, Duration killGrace) {
    /**
     * Largest answer of a child, 64 MiB, called {@code answer_bytes} in errors: some 40,000 steps of a run. Read into a
     * tree an answer takes many times its size, so the limit is kept while its bytes arrive.
     */
    public static final int MAX_STDOUT = 64 << 20;

    public static final int MAX_STDERR = 4 << 20;

    public static final Duration KILL_GRACE = Duration.ofMillis(200);

    public ChildLimits {
        if (deadline.isNegative() || maxStdout < 0 || maxStderr < 0 || killGrace.isNegative()) {
            throw new IllegalArgumentException("limits must not be negative");
        }
    }

    public static ChildLimits within(Duration deadline) {
        return new ChildLimits(deadline, MAX_STDOUT, MAX_STDERR, KILL_GRACE);
    }

    public ChildLimits withMaxStdout(int bytes) {
        return new ChildLimits(deadline, bytes, maxStderr, killGrace);
    }

    public ChildLimits withMaxStderr(int bytes) {
        return new ChildLimits(deadline, maxStdout, bytes, killGrace);
    }
}

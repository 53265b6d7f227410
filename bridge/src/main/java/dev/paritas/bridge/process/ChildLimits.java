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
    /** Largest stdout of a one-shot child, 256 MiB: step states of long runs are large. */
    public static final int MAX_STDOUT = 256 << 20;

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

package dev.paritas.bridge.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs an action when an armed deadline passes. Arming and disarming cost two volatile accesses: the watching thread
 * sleeps until the earliest deadline it has seen and looks again then, rather than being woken for every request.
 */
final class DeadlineWatch {
    private static final long NONE = Long.MAX_VALUE;

    private final long origin = System.nanoTime();
    private final Runnable action;
    private final Thread thread = new Thread(this::watch, "child-deadline");
    private volatile long due = NONE;
    private volatile long wakeAt = NONE;
    private volatile boolean fired;
    private volatile boolean closed;

    private DeadlineWatch(Runnable action) {
        this.action = action;
    }

    static DeadlineWatch start(Runnable action) {
        DeadlineWatch watch = new DeadlineWatch(action);
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    void arm(Duration limit) {
        long at = now() + limit.toNanos();
        due = at;
        if (at < wakeAt) {
            LockSupport.unpark(thread);
        }
    }

    void disarm() {
        due = NONE;
    }

    /** {@return whether the action has been started} */
    boolean fired() {
        return fired;
    }

    void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void watch() {
        while (!closed) {
            long at = due;
            long left = at - now();
            if (left <= 0) {
                fired = true;
                action.run();
                return;
            }
            wakeAt = at;
            if (due >= at) { // else armed meanwhile by a caller that saw the old wakeAt
                LockSupport.parkNanos(this, left);
            }
        }
    }

    private long now() {
        return System.nanoTime() - origin;
    }
}

package dev.paritas.bridge.process;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A long-lived child that opens with one line and then answers one line per line it is sent. A failed request ends the
 * child; the next request starts another one while restarts are left. Threads take turns.
 *
 * @param <H> what the opening line says
 */
public final class ChildSession<H> implements AutoCloseable {
    private final ChildProcesses owner;
    private final ChildCommand command;
    private final SessionLimits limits;
    private final Function<byte[], H> readHandshake;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile @Nullable ServedChild child;
    private volatile boolean closed;
    private H handshake;
    private int restarts;
    private @Nullable ChildException lastFailure;

    private ChildSession(
            ChildProcesses owner, ChildCommand command, SessionLimits limits, Function<byte[], H> readHandshake) {
        this.owner = owner;
        this.command = command;
        this.limits = limits;
        this.readHandshake = readHandshake;
        Started<H> first = start();
        this.child = first.child();
        this.handshake = first.handshake();
    }

    private record Started<H>(ServedChild child, H handshake) {}

    /**
     * Starts the child and reads its opening line.
     *
     * @param readHandshake decodes the opening line, by an unchecked exception when it is none
     * @throws ChildException {@code CHILD_BAD_HANDSHAKE} and every code of a failed start or wait
     */
    public static <H> ChildSession<H> open(
            ChildProcesses owner, ChildCommand command, SessionLimits limits, Function<byte[], H> readHandshake) {
        return new ChildSession<>(owner, command, limits, readHandshake);
    }

    /** {@return the opening line of the latest start} */
    public H handshake() {
        turn.lock();
        try {
            return handshake;
        } finally {
            turn.unlock();
        }
    }

    /** {@return what the present child has written to stderr, the last few KiB; empty when there is none} */
    public String stderrTail() {
        ServedChild current = child;
        return current == null ? "" : current.stderrTail();
    }

    /**
     * How an answer is read; a {@code CHILD_BAD_OUTPUT} says that the child has lost the thread, and ends it. A
     * {@code CHILD_BAD_REQUEST} is the child's own word, and leaves it running.
     */
    public interface AnswerReader<R> {
        /** @param deadline of the request, which covers the reading of its answer */
        R read(byte[] line, Deadline deadline);
    }

    /** As {@link #request(byte[], Duration, AnswerReader)}; {@return the line that answers} */
    public byte[] request(byte[] line, Duration deadline) {
        return request(line, deadline, (answer, ignored) -> answer);
    }

    /**
     * Sends one line and reads the line that answers it.
     *
     * @param line without a line feed
     * @param reader its {@link ChildException}s end the child; its other exceptions pass
     * @throws ChildException {@code CHILD_TIMEOUT}, {@code CHILD_EXIT}, {@code CHILD_OUTPUT_TOO_LARGE},
     *     {@code CHILD_BAD_OUTPUT}, {@code CHILD_BAD_REQUEST}, {@code CHILD_STDIN_CLOSED}, {@code CHILD_RESTARTS_EXHAUSTED},
     *     {@code CHILD_INTERRUPTED}, {@code CHILD_CLOSED}, or a code of {@link #open} when a restart fails
     */
    public <R> R request(byte[] line, Duration deadline, AnswerReader<R> reader) {
        for (byte b : line) {
            if (b == '\n') {
                throw new IllegalArgumentException("a request is one line");
            }
        }
        turn.lock();
        try {
            ServedChild current = ready();
            try {
                Deadline end = Deadline.in(deadline);
                return reader.read(current.ask(line, deadline), end);
            } catch (ChildException e) {
                if (e.code() == ChildErrorCode.CHILD_BAD_REQUEST) {
                    throw e.withStderr(current.stderrTail());
                }
                child = null;
                ChildException failure = e.withStderr(current.lastWords());
                throw closed ? closedError() : failed(failure);
            } catch (InterruptedException e) {
                discard(current);
                throw interrupted();
            }
        } finally {
            turn.unlock();
        }
    }

    /** Ends the child and everything it started. A request in progress fails with {@code CHILD_CLOSED}. */
    @Override
    public void close() {
        closed = true;
        if (!turn.tryLock()) {
            ServedChild busy = child;
            if (busy != null) {
                busy.kill();
            }
            turn.lock();
        }
        try {
            ServedChild last = child;
            child = null;
            if (last != null) {
                last.close();
            }
        } finally {
            turn.unlock();
        }
    }

    private ServedChild ready() {
        if (closed) {
            throw closedError();
        }
        ServedChild current = child;
        if (current != null && alive(current)) {
            return current;
        }
        if (restarts >= limits.maxRestarts()) {
            ChildException last = lastFailure;
            throw new ChildException(
                    ChildErrorCode.CHILD_RESTARTS_EXHAUSTED,
                    "child was restarted " + restarts + " times already"
                            + (last == null ? "" : "; the last time: " + last.getMessage()),
                    last == null ? "" : last.stderrTail());
        }
        restarts++;
        Started<H> next = start();
        child = next.child();
        handshake = next.handshake();
        return next.child();
    }

    private boolean alive(ServedChild current) {
        boolean idle = false;
        try {
            idle = current.idle();
        } finally {
            if (!idle) {
                discard(current);
            }
        }
        return idle;
    }

    private Started<H> start() {
        ServedChild started = ServedChild.start(owner, command, limits);
        boolean opened = false;
        try {
            byte[] line = started.openingLine();
            try {
                Started<H> result = new Started<>(started, readHandshake.apply(line));
                opened = true;
                return result;
            } catch (RuntimeException e) {
                throw started.badHandshake(e);
            }
        } catch (InterruptedException e) {
            throw interrupted();
        } finally {
            if (!opened) {
                started.abort();
            }
        }
    }

    private ChildException failed(ChildException failure) {
        lastFailure = failure;
        return failure;
    }

    private void discard(ServedChild ended) {
        child = null;
        ended.abort();
    }

    private static ChildException interrupted() {
        Thread.currentThread().interrupt();
        return new ChildException(ChildErrorCode.CHILD_INTERRUPTED, "waiting for the child was interrupted", "");
    }

    private static ChildException closedError() {
        return new ChildException(ChildErrorCode.CHILD_CLOSED, "the session is closed", "");
    }
}

package dev.paritas.bridge.implementation;

import dev.paritas.bridge.process.ChildErrorCode;
import dev.paritas.bridge.process.ChildException;
import dev.paritas.bridge.process.SessionLimits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some serving processes of one executable, each started when the ones before it are busy. A question whose process dies
 * is asked once more, of another process; every other failure goes up, and the next question gets a process again while
 * restarts are left. For any number of threads.
 */
public final class PeerPool implements Implementation {
    /** A Lean process takes most of a gigabyte, so a machine with many cores does not get one for each. */
    private static final int MOST = 4;

    private static final int ATTEMPTS = 2;

    private final PeerProcess process;
    private final int size;
    private final SessionLimits limits;
    private final Semaphore turns;
    private final Deque<ServeSession> idle = new ArrayDeque<>();
    private final List<ServeSession> sessions = new ArrayList<>();
    private boolean closed;

    PeerPool(PeerProcess process, int size, SessionLimits limits) {
        if (size < 1) {
            throw new IllegalArgumentException("a pool has at least one process");
        }
        this.process = process;
        this.size = size;
        this.limits = limits;
        this.turns = new Semaphore(size);
    }

    /** {@return one process for each core, but not more than four} */
    public static int perCore() {
        return Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST);
    }

    /**
     * {@inheritDoc} It fails at once, and with the reason of the last failure, when the host's {@link RunnerHealth} has
     * given the executable up.
     */
    @Override
    public <Q, A> Answer<A> ask(Operation<Q, A> operation, Q question) {
        byte[] payload = operation
                .payload()
                .of(question)
                .orElseThrow(() -> process.failed(
                        new Failure.Unusable("it only serves, and this question cannot be served", List.of()), null));
        return Answer.of(() -> {
            try {
                return asked(operation, question, payload);
            } catch (ChildException e) {
                throw process.translated(operation.label(), e);
            }
        });
    }

    private <Q, A> A asked(Operation<Q, A> operation, Q question, byte[] payload) {
        takeTurn();
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    ServeSession session = borrow();
                    try {
                        return session.ask(operation, question, payload);
                    } finally {
                        giveBack(session);
                    }
                } catch (ChildException e) {
                    if (attempt == ATTEMPTS || !died(e.code())) {
                        throw e;
                    }
                }
            }
        } finally {
            turns.release();
        }
    }

    @Override
    public Identity identity() {
        try {
            process.host().health().requireAskable(process.binary());
            takeTurn();
            try {
                ServeSession session = borrow();
                try {
                    return session.identity();
                } finally {
                    giveBack(session);
                }
            } finally {
                turns.release();
            }
        } catch (ChildException e) {
            throw process.translated(ServeSession.SERVE, e);
        }
    }

    /**
     * {@return what {@code work} makes of each item, in their order; as many items at a time as there are processes}
     *
     * <p>The first failure ends the work.
     */
    public <T, R> List<R> each(List<T> items, Function<T, R> work) {
        try (ExecutorService workers = Executors.newFixedThreadPool(size)) {
            List<Future<R>> futures = items.stream()
                    .map(item -> workers.submit(() -> work.apply(item)))
                    .toList();
            List<R> results = new ArrayList<>(items.size());
            boolean done = false;
            try {
                for (Future<R> future : futures) {
                    results.add(future.get());
                }
                done = true;
            } catch (InterruptedException e) {
                throw process.translated("each", interrupted());
            } catch (ExecutionException e) {
                throw unchecked(e.getCause());
            } finally {
                if (!done) {
                    workers.shutdownNow();
                }
            }
            return results;
        }
    }

    @Override
    public void close() {
        List<ServeSession> open;
        synchronized (this) {
            closed = true;
            open = List.copyOf(sessions);
            sessions.clear();
            idle.clear();
        }
        open.forEach(ServeSession::close);
    }

    /** {@return whether the process was gone, so that the request says nothing about itself} */
    private static boolean died(ChildErrorCode code) {
        return code == ChildErrorCode.CHILD_EXIT || code == ChildErrorCode.CHILD_STDIN_CLOSED;
    }

    private void takeTurn() {
        try {
            turns.acquire();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private ServeSession borrow() {
        synchronized (this) {
            requireOpen();
            ServeSession free = idle.pollFirst();
            if (free != null) {
                return free;
            }
        }
        ServeSession started = start();
        synchronized (this) {
            if (!closed) {
                sessions.add(started);
                return started;
            }
        }
        started.close();
        throw closedError();
    }

    private ServeSession start() {
        try {
            return ServeSession.open(process, limits);
        } catch (ChildException e) {
            process.host().health().unopened(process.binary(), e, true);
            throw e;
        }
    }

    private synchronized void giveBack(ServeSession session) {
        if (!closed) {
            idle.addFirst(session);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw closedError();
        }
    }

    private static ChildException closedError() {
        return new ChildException(ChildErrorCode.CHILD_CLOSED, "the processes are closed", "");
    }

    private static ChildException interrupted() {
        Thread.currentThread().interrupt();
        return new ChildException(ChildErrorCode.CHILD_INTERRUPTED, "waiting for a process was interrupted", "");
    }

    /** Work that takes a function throws nothing checked. */
    private static RuntimeException unchecked(@Nullable Throwable cause) {
        return switch (cause) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            case null, default -> new IllegalStateException(cause);
        };
    }
}

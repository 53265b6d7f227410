package dev.paritas.bridge.implementation;

import dev.paritas.bridge.process.ChildErrorCode;
import dev.paritas.bridge.process.ChildException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Some of one kind, each used by one thread at a time, and each started when the ones before it are busy.
 *
 * @param <S> what is used
 */
final class Turns<S> {
    private final int size;
    private final Supplier<S> starting;
    private final Consumer<S> ending;
    private final Semaphore turns;
    private final Deque<S> idle = new ArrayDeque<>();
    private final List<S> started = new ArrayList<>();
    private boolean closed;

    /**
     * @param size most of them at a time, at least 1
     * @param starting makes one more, in the thread that will use it
     */
    Turns(int size, Supplier<S> starting, Consumer<S> ending) {
        if (size < 1) {
            throw new IllegalArgumentException("a pool has at least one process");
        }
        this.size = size;
        this.starting = starting;
        this.ending = ending;
        this.turns = new Semaphore(size);
    }

    /**
     * {@return what {@code use} makes of one of them, which is waited for}
     *
     * @throws ChildException when waiting was interrupted, or all are closed
     */
    <A> A with(Function<S, A> use) {
        try {
            turns.acquire();
        } catch (InterruptedException e) {
            throw interrupted();
        }
        try {
            S one = borrow();
            try {
                return use.apply(one);
            } finally {
                giveBack(one);
            }
        } finally {
            turns.release();
        }
    }

    /**
     * {@return what {@code work} makes of each item, in their order; as many items at a time as there may be of them}
     *
     * <p>The first failure ends the work.
     *
     * @throws ChildException when waiting was interrupted
     */
    <T, R> List<R> each(List<T> items, Function<T, R> work) {
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
                throw interrupted();
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

    void close() {
        List<S> open;
        synchronized (this) {
            closed = true;
            open = List.copyOf(started);
            started.clear();
            idle.clear();
        }
        open.forEach(ending);
    }

    private S borrow() {
        synchronized (this) {
            requireOpen();
            S free = idle.pollFirst();
            if (free != null) {
                return free;
            }
        }
        S more = starting.get();
        synchronized (this) {
            if (!closed) {
                started.add(more);
                return more;
            }
        }
        ending.accept(more);
        throw closedError();
    }

    private synchronized void giveBack(S one) {
        if (!closed) {
            idle.addFirst(one);
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

package dev.paritas.app.architecture.planted.choreography;

import java.util.concurrent.atomic.AtomicInteger;

/** Holds state for the whole process. */
public final class Counter {
    private static final AtomicInteger SEEN = new AtomicInteger();

    int next() {
        return SEEN.incrementAndGet();
    }
}

package dev.paritas.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for what other processes do; what this process does is awaited by latches. */
public final class Await {
    /** What is awaited. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws IOException;
    }

    private Await() {}

    /** Returns as soon as {@code condition} holds; fails when it does not within {@code limit}. */
    public static void until(String what, Duration limit, Condition condition)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime() - end)
                    .as("waited %s for: %s", limit, what)
                    .isNegative();
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }
}

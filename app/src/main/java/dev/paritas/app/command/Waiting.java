package dev.paritas.app.command;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Says what a run waits for, once for each time that nothing has been heard for a while. */
final class Waiting implements AutoCloseable {
    private final Duration patience;
    private final Consumer<String> said;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "waiting");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable ScheduledFuture<?> due;
    private @Nullable String text;

    /** @param said gets the line; called from a thread of its own */
    Waiting(Duration patience, Consumer<String> said) {
        this.patience = patience;
        this.said = said;
    }

    /** From now on {@code runner} is expected to answer, within {@code deadline} each time. */
    synchronized void begin(String runner, Duration deadline) {
        text = "waiting for " + runner + " (deadline " + seconds(deadline) + ")";
        heard();
    }

    /** Something was heard: the patience begins anew. */
    synchronized void heard() {
        if (due != null) {
            due.cancel(false);
        }
        String line = text;
        due = line == null || clock.isShutdown()
                ? null
                : clock.schedule(() -> said.accept(line), patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Nobody is expected to answer any more. */
    synchronized void end() {
        text = null;
        heard();
    }

    private static String seconds(Duration deadline) {
        long millis = deadline.toMillis();
        return millis % 1_000 == 0 ? millis / 1_000 + " s" : millis + " ms";
    }

    @Override
    public synchronized void close() {
        end();
        clock.shutdownNow();
    }
}

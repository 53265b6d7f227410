package dev.paritas.bridge.cli;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/** One line on standard error that is rewritten in place while long work goes on; silent when nobody watches. */
final class ProgressBar implements AutoCloseable {
    private static final int CELLS = 24;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(80);

    private final PrintStream err;
    private final boolean shown;
    private long lastDrawn = System.nanoTime() - PAUSE;
    private int width;

    ProgressBar(Streams streams) {
        this.err = streams.err();
        this.shown = streams.interactive();
    }

    /** {@code done} of {@code total} pieces of {@code what} are finished; draws at most some twelve times a second. */
    void advance(String what, long done, long total) {
        if (!shown || (done < total && System.nanoTime() - lastDrawn < PAUSE)) {
            return;
        }
        lastDrawn = System.nanoTime();
        int full = total <= 0 ? 0 : (int) Math.min(CELLS, CELLS * done / total);
        String line = "[" + "#".repeat(full) + ".".repeat(CELLS - full) + "] " + done + "/" + total + " " + what;
        err.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
        err.flush();
        width = line.length();
    }

    /** Wipes the line. */
    @Override
    public void close() {
        if (width > 0) {
            err.print("\r" + " ".repeat(width) + "\r");
            err.flush();
            width = 0;
        }
    }
}

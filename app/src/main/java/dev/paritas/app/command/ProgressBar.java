package dev.paritas.app.command;

import java.util.concurrent.TimeUnit;

/** One line on standard error that is rewritten in place while long work goes on; silent when nobody watches. */
final class ProgressBar implements AutoCloseable {
    private static final int CELLS = 24;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(80);

    private final Streams streams;
    private final boolean shown;
    private final int columns;
    private long lastDrawn = System.nanoTime() - PAUSE;
    private int width;

    ProgressBar(Streams streams) {
        this(streams, TerminalWidth.columns());
    }

    /** @param columns of the terminal; the bar leaves the last one free, so that no terminal breaks the line */
    ProgressBar(Streams streams, int columns) {
        this.streams = streams;
        this.shown = streams.isInteractive();
        this.columns = columns;
    }

    /** {@code done} of {@code total} pieces of {@code what} are finished; draws at most some twelve times a second. */
    void advance(String what, long done, long total) {
        if (!shown || (done < total && System.nanoTime() - lastDrawn < PAUSE)) {
            return;
        }
        lastDrawn = System.nanoTime();
        draw(line(what, done, total));
    }

    /** Shows one line of text in the bar's place. */
    void say(String text) {
        if (shown) {
            draw(fitted(text, columns - 1));
        }
    }

    private void draw(String line) {
        streams.redraw(line + " ".repeat(Math.max(0, width - line.length())));
        width = line.length();
    }

    /** {@return bar, count and text; a narrow terminal takes from the text first, then from the bar} */
    private String line(String what, long done, long total) {
        int room = columns - 1;
        String count = done + "/" + total;
        int cells = Math.min(CELLS, room - count.length() - 3);
        if (cells < 1) {
            return fitted(count, room);
        }
        if (room - CELLS - count.length() - 4 < what.length()) {
            cells = Math.min(cells, CELLS / 3);
        }
        int full = total <= 0 ? 0 : (int) Math.clamp(cells * done / total, 0, cells);
        String bar = "[" + "#".repeat(full) + ".".repeat(cells - full) + "] " + count;
        return (bar + " " + fitted(what, room - bar.length() - 1)).stripTrailing();
    }

    private static String fitted(String text, int room) {
        if (text.length() <= room) {
            return text;
        }
        return room < 4 ? text.substring(0, Math.max(0, room)) : text.substring(0, room - 3) + "...";
    }

    /** Wipes the line. */
    void clear() {
        if (width > 0) {
            streams.redraw(" ".repeat(width));
            streams.redraw("");
            width = 0;
        }
    }

    @Override
    public void close() {
        clear();
    }
}

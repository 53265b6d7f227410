package dev.paritas.app.executable;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Lines of bytes from a stream, of bounded length; one buffer serves all lines. */
final class RequestLines {
    enum Kind {
        LINE,
        TOO_LONG,
        END
    }

    /** Larger reads make a file stream allocate. */
    private static final int CHUNK = 8192;

    private static final int SMALL = 1 << 16;

    /** A buffer that has grown beyond this is not kept for the next line. */
    private static final int KEPT = 1 << 20;

    private final InputStream in;
    private final int maxLine;
    private byte[] buffer = new byte[SMALL];
    private int filled;
    private int next;
    private int start;
    private int end;

    /** @param maxLine most bytes of a line, without its end */
    RequestLines(InputStream in, int maxLine) {
        this.in = in;
        this.maxLine = maxLine;
    }

    /** Moves to the next line; text behind the last line end is a line, too. */
    Kind next() throws IOException {
        boolean tooLong = false;
        dropRead();
        int searched = 0;
        while (true) {
            int lineEnd = find(searched);
            searched = filled;
            if (lineEnd >= 0) {
                start = 0;
                end = lineEnd;
                next = lineEnd + 1;
                return tooLong || lineEnd > maxLine ? Kind.TOO_LONG : Kind.LINE;
            }
            if (filled > maxLine) {
                // The rest of an oversized line is thrown away as it comes.
                tooLong = true;
                filled = 0;
                searched = 0;
            }
            if (filled == buffer.length) {
                buffer = Arrays.copyOf(buffer, (int) Math.min(2L * buffer.length, maxLine + 1L));
            }
            int read = in.read(buffer, filled, Math.min(CHUNK, buffer.length - filled));
            if (read < 0) {
                start = 0;
                end = filled;
                next = filled;
                return tooLong ? Kind.TOO_LONG : filled == 0 ? Kind.END : Kind.LINE;
            }
            filled += read;
        }
    }

    private int find(int from) {
        for (int i = from; i < filled; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private void dropRead() {
        byte[] from = buffer;
        if (buffer.length > KEPT && filled - next <= SMALL) {
            buffer = new byte[SMALL];
        }
        System.arraycopy(from, next, buffer, 0, filled - next);
        filled -= next;
        next = 0;
    }

    /** {@return the buffer that holds the line; valid until the next call of {@link #next}} */
    byte[] bytes() {
        return buffer;
    }

    int offset() {
        return start;
    }

    int length() {
        return end - start;
    }
}

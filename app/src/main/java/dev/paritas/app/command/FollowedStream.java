package dev.paritas.app.command;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A file that others write: behind its end it waits for more. */
final class FollowedStream extends FilterInputStream {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final @Nullable Duration patience;

    /** @param patience how long nothing may come before this is the end; null for ever */
    FollowedStream(InputStream file, @Nullable Duration patience) {
        super(file);
        this.patience = patience;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        long since = System.nanoTime();
        while (true) {
            int count = in.read(buffer, offset, length);
            if (count >= 0 || (patience != null && System.nanoTime() - since >= patience.toNanos())) {
                return count;
            }
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("waiting for more was interrupted");
            }
        }
    }
}

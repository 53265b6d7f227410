package dev.paritas.bridge.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Pipes of a child that speaks in lines. At most a few unread lines are kept; then the child has to wait. */
final class LineStreams extends ChildStreams {
    /** What the child's stdout does next. */
    sealed interface Event {
        /** One line, without its end. */
        record Line(byte[] bytes) implements Event {}

        record TooLong() implements Event {}

        record End() implements Event {}
    }

    private static final int UNREAD_LINES = 4;
    private static final int CHUNK = 64 << 10;

    /** A line buffer that has grown beyond this is not kept for the next line. */
    private static final int KEPT = 1 << 20;

    private final int maxLine;
    private final BlockingQueue<Event> events = new ArrayBlockingQueue<>(UNREAD_LINES);
    private final Tail stderr = new Tail();
    private volatile OutputStream stdin = OutputStream.nullOutputStream();
    private volatile boolean abandoned;

    LineStreams(int maxLine) {
        this.maxLine = maxLine;
    }

    /** {@return the next event; null when {@code limit} passes first} */
    @Nullable
    Event next(Duration limit) throws InterruptedException {
        return events.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** {@return an event that has already happened, or null} */
    @Nullable
    Event pending() {
        return events.poll();
    }

    /** Writes {@code line} and its end in one piece. */
    void write(byte[] line) throws IOException {
        byte[] whole = new byte[line.length + 1];
        System.arraycopy(line, 0, whole, 0, line.length);
        whole[line.length] = '\n';
        stdin.write(whole);
        stdin.flush();
    }

    void closeStdin() {
        try {
            stdin.close();
        } catch (IOException e) {
            abandon(); // a broken pipe is closed as well
        }
    }

    String stderrTail() {
        return stderr.text();
    }

    /** Nobody reads any more: lets the draining thread run to the end of the pipe. */
    void abandon() {
        abandoned = true;
        events.clear();
    }

    @Override
    void takeStdin(OutputStream stream) {
        stdin = stream;
    }

    @Override
    void drainStdout(InputStream stream) throws IOException, InterruptedException {
        try {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            byte[] chunk = new byte[CHUNK];
            for (int n = stream.read(chunk); n >= 0; n = stream.read(chunk)) {
                int from = 0;
                for (int i = 0; i < n; i++) {
                    if (chunk[i] == '\n') {
                        line.write(chunk, from, i - from);
                        if (line.size() > maxLine) {
                            put(new Event.TooLong());
                            return;
                        }
                        put(new Event.Line(line.toByteArray()));
                        if (line.size() > KEPT) {
                            line = new ByteArrayOutputStream();
                        } else {
                            line.reset();
                        }
                        from = i + 1;
                    }
                }
                line.write(chunk, from, n - from);
                if (line.size() > maxLine) {
                    put(new Event.TooLong());
                    return;
                }
            }
        } finally {
            put(new Event.End());
        }
    }

    @Override
    void drainStderr(InputStream stream) throws IOException {
        stderr.drain(stream);
    }

    private void put(Event event) throws InterruptedException {
        if (!abandoned) {
            events.put(event);
        }
    }
}

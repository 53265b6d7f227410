package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonToken;

/** Reads a trace of any length piece by piece: one JSON array of events, or one event after the other (JSON lines). */
public final class TraceReader implements AutoCloseable {
    private static final ReadPolicy UNBOUNDED = ReadPolicy.STRICT.withMaxBytes(Long.MAX_VALUE);
    private static final int BUFFER = 1 << 16;
    private static final int FIRST_CAPACITY = 1 << 13;

    private final InputStream stream;
    private final JsonInput in;
    private final boolean array;
    private boolean open = true;

    /**
     * Opens a file.
     *
     * @throws dev.paritas.semanticobjects.json.JsonException when it does not start with JSON
     */
    public static TraceReader of(Path file) throws IOException {
        return new TraceReader(Files.newInputStream(file));
    }

    /** Takes over {@code stream}. */
    public TraceReader(InputStream stream) {
        this.stream = new BufferedInputStream(stream, BUFFER);
        this.in = JsonInput.of(this.stream, UNBOUNDED);
        this.array = in.atArray();
        if (array) {
            in.beginArray();
        }
    }

    /**
     * {@return up to {@code size} further events; an empty list at the end}
     *
     * @throws dev.paritas.semanticobjects.json.JsonException when what follows is not an event
     */
    public List<TraceEvent> next(int size) {
        List<TraceEvent> events = new ArrayList<>(Math.min(size, FIRST_CAPACITY));
        while (events.size() < size && hasNext()) {
            events.add(TraceEvent.CODEC.read(in));
        }
        return events;
    }

    private boolean hasNext() {
        if (!open) {
            return false;
        }
        if (array) {
            open = in.nextElement();
            if (!open) {
                in.expectEnd();
            }
        } else {
            open = in.token() != JsonToken.NOT_AVAILABLE;
        }
        return open;
    }

    @Override
    public void close() throws IOException {
        in.close();
        stream.close();
    }
}

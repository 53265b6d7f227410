package dev.paritas.bridge.compare;

import dev.paritas.bridge.files.UnreadableFile;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a trace of any length piece by piece: one JSON array of events, or one event after the other (JSON lines). Only a
 * single event has a limit.
 */
final class TraceReader implements AutoCloseable {
    /** The limits of one event. */
    private static final ReadPolicy EVENT = ReadPolicy.STRICT;

    /** Fewer events are read at a time where they are longer. */
    private static final long PORTION = 1 << 20;

    private static final int BUFFER = 1 << 16;
    private static final int FIRST_CAPACITY = 1 << 13;

    private final String name;
    private final long linesBefore;
    private final InputStream stream;
    private final JsonInput in;
    private final boolean array;
    private boolean open = true;

    /**
     * Takes over {@code stream}.
     *
     * @param name of the file, for errors
     * @param linesBefore lines of the file before those in {@code stream}
     * @throws ProblemException ({@link UnreadableFile}) when it does not start with JSON
     */
    static TraceReader of(String name, InputStream stream, long linesBefore) {
        InputStream buffered = new BufferedInputStream(stream, BUFFER);
        try {
            return new TraceReader(name, linesBefore, buffered, JsonInput.ofMany(buffered, EVENT));
        } catch (JsonException e) {
            throw new ProblemException(new UnreadableFile(name, e, linesBefore), e);
        }
    }

    private TraceReader(String name, long linesBefore, InputStream stream, JsonInput in) {
        this.name = name;
        this.linesBefore = linesBefore;
        this.stream = stream;
        this.in = in;
        this.array = in.atArray();
        if (array) {
            in.beginArray();
        }
    }

    /**
     * {@return up to {@code size} further events, fewer where they are long; an empty list at the end}
     *
     * @throws ProblemException ({@link UnreadableFile}) when what follows is not an event
     */
    public List<TraceEvent> next(int size) {
        List<TraceEvent> events = new ArrayList<>(Math.min(size, FIRST_CAPACITY));
        try {
            for (long bytes = 0; events.size() < size && bytes < PORTION && hasNext(); bytes += in.endOfValue()) {
                events.add(TraceEvent.CODEC.read(in));
            }
        } catch (JsonException e) {
            throw new ProblemException(new UnreadableFile(name, e, linesBefore), e);
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
            open = !in.atEnd();
        }
        return open;
    }

    @Override
    public void close() throws IOException {
        in.close();
        stream.close();
    }
}

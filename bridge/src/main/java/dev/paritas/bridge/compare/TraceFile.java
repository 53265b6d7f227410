package dev.paritas.bridge.compare;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A trace to be read once.
 *
 * @param name of it, for errors
 * @param stream is closed by the reader
 */
public record TraceFile(String name, InputStream stream) {
    /** {@return the trace in {@code file}} */
    public static TraceFile of(Path file) throws IOException {
        return new TraceFile(file.toString(), Files.newInputStream(file));
    }
}

package dev.paritas.bridge.cli;

import dev.paritas.bridge.OsText;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The three streams of one command run.
 *
 * @param interactive whether a person watches {@code err}, so that a progress bar makes sense
 */
record Streams(InputStream in, PrintStream out, PrintStream err, boolean interactive) {
    /**
     * {@return the document in {@code file}, or on standard input for {@code -}; of a longer one, so much that its reader
     * sees that}
     *
     * @param most bytes that the reader accepts
     * @throws CommandFailure {@code IO}
     */
    byte[] read(Path file, long most) {
        int limit = (int) Math.min(most + 1, Integer.MAX_VALUE);
        try {
            if (file.equals(Path.of("-"))) {
                return in.readNBytes(limit);
            }
            try (InputStream stream = Files.newInputStream(file)) {
                return stream.readNBytes(limit);
            }
        } catch (IOException e) {
            throw CommandFailure.at("IO", file.toString(), OsText.of(e));
        }
    }
}

package dev.paritas.app.architecture.planted.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Violation: writes a file itself, so that a reader may meet a half of it. */
public final class Scribe {
    private Scribe() {}

    public static void save(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }
}

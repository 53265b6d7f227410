package dev.paritas.app.command;

import dev.paritas.bridge.files.WholeFile;
import dev.paritas.bridge.implementation.OsText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the document of a command goes: into a file when one is named, else to standard output. */
final class OutputOption {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "PATH",
            description = "Write the document here.")
    private @Nullable Path file;

    boolean isUsed() {
        return file != null;
    }

    void write(Streams streams, String json) {
        if (file == null) {
            streams.document(json);
        } else {
            save(file, json);
            streams.say("Wrote to " + file);
        }
    }

    /** Writes {@code text} as it is. */
    static void save(Path file, String text) {
        try {
            WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw CommandFailure.at("IO", file.toString(), OsText.of(e));
        }
    }
}

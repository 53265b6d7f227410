package dev.paritas.app.command;

import dev.paritas.bridge.files.BoundedFile;
import dev.paritas.bridge.files.WholeFile;
import dev.paritas.bridge.implementation.OsText;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Files and streams as the commands of spec 10 §8.1 read and write them. */
record Documents(Streams streams) {
    /** The peer's parser limits, but more bytes, since its size limit does not hold on its command line. */
    private static final ReadPolicy LARGE = ReadPolicy.PEER.withMaxBytes(64L << 20);

    /** {@return the document in {@code input}, or on standard input when there is none} */
    JsonValue read(@Nullable Path input) {
        byte[] bytes = bytes(input);
        try {
            return JsonInput.read(bytes, LARGE, JsonValue.CODEC);
        } catch (JsonException e) {
            String place = e.line() > 0 ? " at line " + e.line() + " column " + e.column() : "";
            throw CommandFailure.run("Invalid JSON: " + e.getMessage() + place + of(input));
        }
    }

    /** {@return the end of a message about what was read: its file, if it has one} */
    static String of(@Nullable Path input) {
        return input == null ? "" : " of " + input;
    }

    private byte[] bytes(@Nullable Path input) {
        try {
            return input == null ? streams.readInput(LARGE.maxBytes()) : BoundedFile.upTo(input, LARGE.maxBytes());
        } catch (IOException e) {
            throw CommandFailure.run("Failed to read " + (input == null ? "stdin" : input) + ": " + OsText.of(e));
        }
    }

    /** Writes {@code json} to {@code output} without a newline, or to standard output with one. */
    void write(@Nullable Path output, String json) {
        if (output == null) {
            streams.document(json);
        } else {
            writeFiles(Map.of(output, json));
            streams.say("Wrote to " + output);
        }
    }

    /**
     * Writes texts as they are, none before all are on the disk. A file that cannot be opened is a run error of the
     * reference, a lost write is more.
     */
    static void writeFiles(Map<Path, String> texts) {
        Map<Path, byte[]> files = new LinkedHashMap<>();
        texts.forEach((file, text) -> files.put(file, text.getBytes(StandardCharsets.UTF_8)));
        try {
            WholeFile.writeAll(files);
        } catch (FileSystemException e) {
            throw CommandFailure.run("Failed to write " + e.getFile() + ": " + OsText.of(e));
        } catch (IOException e) {
            throw CommandFailure.unwritten("Failed to write "
                    + texts.keySet().stream().map(Path::toString).collect(Collectors.joining(", ")) + ": "
                    + OsText.of(e));
        }
    }
}

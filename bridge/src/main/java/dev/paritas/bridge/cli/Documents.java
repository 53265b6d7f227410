package dev.paritas.bridge.cli;

import dev.paritas.bridge.OsText;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Files and streams as the commands of spec 10 §8.1 read and write them. */
record Documents(Streams streams) {
    /** The peer's parser limit without its size limit, which does not hold on its command line. */
    private static final ReadPolicy ANY_SIZE = ReadPolicy.PEER.withMaxBytes(Integer.MAX_VALUE);

    /** {@return the document in {@code input}, or on standard input when there is none} */
    JsonValue read(@Nullable Path input) {
        byte[] bytes = bytes(input);
        try {
            return JsonInput.read(bytes, ANY_SIZE, JsonValue.CODEC);
        } catch (JsonException e) {
            throw CommandFailure.run(
                    "Invalid JSON: " + e.getMessage() + " at line " + e.line() + " column " + e.column());
        }
    }

    private byte[] bytes(@Nullable Path input) {
        try {
            return input == null ? streams.in().readAllBytes() : Files.readAllBytes(input);
        } catch (IOException e) {
            throw CommandFailure.run("Failed to read " + (input == null ? "stdin" : input) + ": " + OsText.of(e));
        }
    }

    /** Writes {@code json} to {@code output} without a newline, or to standard output with one. */
    void write(@Nullable Path output, String json) {
        if (output == null) {
            streams.out().println(json);
            if (streams.out().checkError()) {
                throw CommandFailure.run("Failed to write stdout: the stream is closed");
            }
            return;
        }
        writeFile(output, json);
        streams.out().println("Wrote to " + output);
    }

    /** Writes {@code text} as it is. */
    static void writeFile(Path output, String text) {
        try {
            Files.write(output, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw CommandFailure.run("Failed to write " + output + ": " + OsText.of(e));
        }
    }
}

package dev.paritas.app.command;

import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.json.ImportException;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.nio.file.Path;

/** Choreographies from files or standard input. */
record Choreographies(Streams streams) {
    /**
     * Reads a global type, or a versioned choreography with its roles. A plain global type gets the roles that take part,
     * ascending.
     *
     * @param file {@code -} for standard input
     * @throws CommandFailure with code and place of whatever is wrong
     */
    ChoreographyJson read(Path file) {
        byte[] bytes = streams.read(file, ReadPolicy.STRICT.maxBytes());
        try {
            JsonValue document = JsonInput.read(bytes, ReadPolicy.STRICT, JsonValue.CODEC);
            boolean versioned =
                    document instanceof JsonValue.Obj obj && obj.members().containsKey("global_type");
            return versioned
                    ? JsonInput.read(bytes, ReadPolicy.STRICT, ChoreographyJson.CODEC)
                    : ChoreographyJson.of(TypeReader.global(ReadPolicy.STRICT).read(bytes));
        } catch (JsonException e) {
            throw CommandFailure.at(
                    e.code().name(),
                    file + " " + Failures.place(e.path(), e.line(), e.column()),
                    String.valueOf(e.getMessage()));
        } catch (ImportException e) {
            String place = Failures.place(e.pointer(), e.line(), e.column());
            throw CommandFailure.at(e.error().code().name(), file + " " + place, String.valueOf(e.getMessage()));
        }
    }
}

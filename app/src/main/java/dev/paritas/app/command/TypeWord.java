package dev.paritas.app.command;

import dev.paritas.choreography.json.ImportRefusal;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.choreography.type.SessionType;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What {@code --type-name} chooses: the kind of type that a command reads and writes (spec 10 §8.1).
 *
 * @param title the kind's name in messages
 * @param debug the dump that messages show
 */
record TypeWord<T extends SessionType<T>>(
        String title, TypeReader<T> reader, Codec<T> codec, T sample, Function<T, String> debug) {
    static TypeWord<GlobalType> global() {
        return new TypeWord<>(
                "GlobalType",
                TypeReader.global(),
                TypeCodec.GLOBAL,
                GlobalType.comm("Client", "Server", "request", GlobalType.END),
                GlobalType::debugText);
    }

    static TypeWord<LocalType> local() {
        return new TypeWord<>(
                "LocalTypeR",
                TypeReader.local(),
                TypeCodec.LOCAL,
                LocalType.send("Server", "request", LocalType.END),
                LocalType::debugText);
    }

    /** @throws CommandFailure when {@code word} is neither {@code global} nor {@code local} */
    static TypeWord<?> of(String word) {
        return switch (word) {
            case "global" -> global();
            case "local" -> local();
            default -> throw CommandFailure.run("Unknown type: " + word + ". Use 'global' or 'local'");
        };
    }

    /** Reads {@code document} of {@code input}; a refusal starts with {@code complaint}. */
    T read(JsonValue document, String complaint, @Nullable Path input) {
        try {
            return reader.read(document);
        } catch (ProblemException e) {
            throw CommandFailure.run(
                    complaint + ": " + e.only(ImportRefusal.class).sentence() + Documents.of(input));
        }
    }

    String text(T type, boolean pretty) {
        return pretty ? JsonOutput.prettyText(codec, type) : JsonOutput.compactText(codec, type);
    }
}

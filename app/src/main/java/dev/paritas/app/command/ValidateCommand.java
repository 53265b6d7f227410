package dev.paritas.app.command;

import dev.paritas.choreography.type.SessionType;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "validate",
        description = "Read a type from JSON, write it, read it again, and compare.",
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
    private final Streams streams;

    @Option(
            names = {"-i", "--input"},
            paramLabel = "PATH",
            description = "Read this file instead of standard input.")
    private @Nullable Path input;

    @Option(
            names = {"-t", "--type-name", "--type"},
            paramLabel = "TYPE",
            description = "global or local; default: global.")
    private String type = "global";

    @Option(
            names = {"-v", "--verbose"},
            description = "Show what was read.")
    private boolean verbose;

    ValidateCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        JsonValue document = new Documents(streams).read(input);
        validate(TypeWord.of(type), document);
        return ExitCode.OK;
    }

    private <T extends SessionType<T>> void validate(TypeWord<T> word, JsonValue document) {
        T parsed = word.read(document, "Failed to parse " + word.title(), input);
        if (verbose) {
            streams.say("Parsed " + word.title() + ":");
            streams.say(word.debug().apply(parsed));
        }
        JsonValue written = JsonInput.read(word.text(parsed, false), ReadPolicy.PEER, JsonValue.CODEC);
        T again = word.read(written, "Round-trip failed", input);
        if (!parsed.equals(again)) {
            throw CommandFailure.run("Round-trip validation failed: types don't match");
        }
        streams.say("✓ Round-trip validation successful for " + word.title());
    }
}

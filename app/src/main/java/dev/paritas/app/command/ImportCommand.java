package dev.paritas.app.command;

import dev.paritas.choreography.type.SessionType;
import dev.paritas.semanticobjects.json.JsonValue;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "import", description = "Read a type from JSON and show it.", mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
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

    ImportCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        JsonValue document = new Documents(streams).read(input);
        show(TypeWord.of(type), document);
        return ExitCode.OK;
    }

    private <T extends SessionType<T>> void show(TypeWord<T> word, JsonValue document) {
        T parsed = word.read(document, "Failed to parse " + word.title(), input);
        streams.say("Successfully parsed " + word.title() + ":");
        streams.say(word.debug().apply(parsed));
    }
}

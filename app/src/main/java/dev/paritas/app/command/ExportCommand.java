package dev.paritas.app.command;

import dev.paritas.choreography.type.SessionType;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "export", description = "Write a fixed sample type as JSON.", mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private final Documents documents;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PATH",
            description = "Write here instead of standard output.")
    private @Nullable Path output;

    @Option(
            names = {"-t", "--type-name", "--type"},
            paramLabel = "TYPE",
            description = "global or local; default: global.")
    private String type = "global";

    @Option(
            names = {"-p", "--pretty"},
            description = "Indent the JSON.")
    private boolean pretty;

    ExportCommand(Streams streams) {
        this.documents = new Documents(streams);
    }

    @Override
    public Integer call() {
        documents.write(output, sample(TypeWord.of(type)));
        return ExitCode.OK;
    }

    private <T extends SessionType<T>> String sample(TypeWord<T> word) {
        return word.text(word.sample(), pretty);
    }
}

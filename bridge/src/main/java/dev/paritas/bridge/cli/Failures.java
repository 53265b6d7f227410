package dev.paritas.bridge.cli;

import dev.paritas.bridge.OsText;
import dev.paritas.bridge.corpus.CorpusException;
import dev.paritas.choreography.json.ImportException;
import dev.paritas.machine.replay.TapeException;
import dev.paritas.semanticobjects.json.JsonException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Turns whatever stopped a command into one line on standard error and an exit code; no stack trace gets through. */
final class Failures {
    private Failures() {}

    static CommandLine handledOn(CommandLine line, Streams streams) {
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(streams.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(streams.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler((problem, args) -> usage(problem, streams))
                .setExecutionExceptionHandler((problem, command, parsed) -> {
                    CommandFailure failure = failure(problem);
                    streams.out().flush();
                    streams.err().println(failure.line());
                    return failure.exitCode();
                });
    }

    private static int usage(ParameterException problem, Streams streams) {
        String name = problem.getCommandLine().getCommandSpec().qualifiedName();
        streams.err().println("error: USAGE: " + sentence(problem) + "; see '" + name + " --help'");
        return ExitCode.USAGE;
    }

    private static CommandFailure failure(Throwable problem) {
        return switch (problem) {
            case CommandFailure failure -> failure;
            case JsonException json ->
                CommandFailure.at(json.code().name(), place(json.path(), json.line(), json.column()), sentence(json));
            case CorpusException corpus -> CommandFailure.at(corpus.code().name(), "corpus", sentence(corpus));
            case TapeException tape -> CommandFailure.at(tape.code().name(), "the tape", sentence(tape));
            case ImportException type ->
                CommandFailure.at(
                        type.error().code().name(), place(type.pointer(), type.line(), type.column()), sentence(type));
            case UncheckedIOException io when io.getCause() != null -> failure(io.getCause());
            case IOException io -> CommandFailure.at("IO", "a file or stream", OsText.of(io));
            default -> CommandFailure.at("INTERNAL", problem.getClass().getSimpleName(), sentence(problem));
        };
    }

    /** {@return the JSON pointer and the position of a refused value} */
    static String place(String pointer, int line, int column) {
        String path = pointer.isEmpty() ? "document root" : pointer;
        return line > 0 ? path + " (line " + line + ", column " + column + ")" : path;
    }

    private static String sentence(Throwable problem) {
        String message = problem.getMessage();
        return message == null ? "no details" : message.lines().findFirst().orElse("no details");
    }
}

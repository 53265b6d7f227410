package dev.paritas.app.command;

import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.problem.Problem;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** A command could not do its work: the one line for standard error and the exit code. */
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final List<String> details;

    private CommandFailure(int exitCode, String line) {
        this(exitCode, line, List.of());
    }

    private CommandFailure(int exitCode, String line, List<String> details) {
        super(line);
        this.exitCode = exitCode;
        this.details = List.copyOf(details);
    }

    /** {@return a run error of the commands of spec 10 §8, in their own form; exit code 1} */
    static CommandFailure run(String message) {
        return new CommandFailure(ExitCode.DIVERGE, "Error: " + message);
    }

    /** {@return a run error at a place in a source, which is shown below the line, indented} */
    static CommandFailure source(String message) {
        List<String> lines = message.lines().toList();
        return new CommandFailure(
                ExitCode.DIVERGE,
                "Error: " + lines.getFirst(),
                lines.stream()
                        .skip(1)
                        .map(line -> line.startsWith("  ") ? line : "  " + line)
                        .toList());
    }

    /** {@return the error of a file that those commands could not write; exit code 3, as everywhere} */
    static CommandFailure unwritten(String message) {
        return new CommandFailure(ExitCode.BROKEN, "Error: " + message);
    }

    /** {@return an error with a stable code and the place it was found, such as a file or a JSON pointer; exit code 3} */
    static CommandFailure at(String code, String place, String sentence) {
        return new CommandFailure(ExitCode.BROKEN, "error: " + code + " at " + place + ": " + sentence);
    }

    /** {@return such an error with lines below it, which are indented} */
    static CommandFailure at(String code, String place, String sentence, List<String> details) {
        return new CommandFailure(
                ExitCode.BROKEN,
                "error: " + code + " at " + place + ": " + sentence,
                details.stream().map(line -> "  " + line).toList());
    }

    /** {@return the error of a problem that says nothing of its place in the terms of the command line; exit code 3} */
    static CommandFailure at(String place, Problem problem) {
        return at(problem.code(), place, problem.sentence());
    }

    /** {@return what {@code work} gives; its problems of one family are errors at {@code place}, with exit code 3} */
    static <T> T placed(String place, Class<? extends Problem> family, Supplier<T> work) {
        try {
            return work.get();
        } catch (ProblemException e) {
            throw at(place, e.only(family));
        }
    }

    /** {@return the error of a document that {@code file} should hold; exit code 3} */
    static CommandFailure in(Path file, JsonException e) {
        String place = file + " " + Problem.place(e.path(), e.line(), e.column());
        return at(e.code().name(), place, String.valueOf(e.getMessage()));
    }

    /** {@return a wrong command line; exit code 2} */
    static CommandFailure usage(String sentence) {
        return new CommandFailure(ExitCode.USAGE, "error: USAGE: " + sentence);
    }

    /** {@return a failure without a line, since nobody reads any more; exit code 3} */
    static CommandFailure silent() {
        return new CommandFailure(ExitCode.BROKEN, "");
    }

    int exitCode() {
        return exitCode;
    }

    /** {@return the line, empty when there is nothing to tell} */
    String line() {
        return String.valueOf(getMessage());
    }

    /** {@return indented lines below it} */
    List<String> details() {
        return details;
    }
}

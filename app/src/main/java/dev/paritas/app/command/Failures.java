package dev.paritas.app.command;

import dev.paritas.bridge.conform.LogProblem;
import dev.paritas.bridge.corpus.CorpusProblem;
import dev.paritas.bridge.files.UnreadableFile;
import dev.paritas.bridge.implementation.OsText;
import dev.paritas.choreography.json.ImportRefusal;
import dev.paritas.machine.tape.TapeProblem;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.problem.Problem;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;

/** Turns whatever stopped a command into one line and an exit code; no class name and no stack trace gets through. */
final class Failures {
    private static final long MIB = 1L << 20;

    private Failures() {}

    static CommandFailure of(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof VirtualMachineError error) {
                return exhausted(error);
            }
        }
        return switch (problem) {
            case CommandFailure failure -> failure;
            case JsonException json ->
                CommandFailure.at(
                        json.code().name(), Problem.place(json.path(), json.line(), json.column()), sentence(json));
            case ProblemException refused -> of(refused);
            case InvalidPathException path -> CommandFailure.at("IO", path.getInput(), OsText.NO_NAME);
            case UncheckedIOException io when io.getCause() != null -> of(io.getCause());
            case FileSystemException file
            when file.getFile() != null -> CommandFailure.at("IO", String.valueOf(file.getFile()), OsText.of(file));
            case IOException io -> CommandFailure.at("IO", "a file or stream", OsText.of(io));
            default -> defect(problem);
        };
    }

    /** Of a problem that no command expected, we know no place in the terms of the user; it is a defect. */
    private static CommandFailure of(ProblemException refused) {
        return switch (refused.problem()) {
            case UnreadableFile _, LogProblem _, CorpusProblem _, TapeProblem _, ImportRefusal _ ->
                CommandFailure.at(refused.problem().place(), refused.problem());
            default -> defect(refused);
        };
    }

    /** The machine that runs us is at its end; the input may be as it should be. */
    private static CommandFailure exhausted(VirtualMachineError error) {
        return switch (error) {
            case StackOverflowError _ ->
                CommandFailure.at("TOO_DEEP", "this process", "the work nests deeper than its stack can follow");
            case OutOfMemoryError _ ->
                CommandFailure.at(
                        "OUT_OF_MEMORY",
                        "this process",
                        "the work needs more memory or threads than it may have ("
                                + Runtime.getRuntime().maxMemory() / MIB + " MiB of heap)");
            default -> defect(error);
        };
    }

    /** A file name and a line are what a report of a defect needs. */
    private static CommandFailure defect(Throwable problem) {
        return CommandFailure.at(
                "INTERNAL", place(problem), "a defect of Paritas; please report this line and what it was asked for");
    }

    /** {@return the line of our own code where it happened, without naming classes} */
    private static String place(Throwable problem) {
        for (StackTraceElement frame : problem.getStackTrace()) {
            if (frame.getClassName().startsWith("dev.paritas.")) {
                return frame.getFileName() + ":" + frame.getLineNumber();
            }
        }
        return "an unknown line";
    }

    private static String sentence(Throwable problem) {
        String message = problem.getMessage();
        return message == null ? "no details" : message;
    }
}

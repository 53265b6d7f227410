package dev.paritas.bridge.implementation;

import java.nio.file.Path;

/** Everything a {@link LeanRunner} reports (spec 12 §3.4). */
public sealed interface LeanRunnerError {
    /** {@return the sentence of the specification's table} */
    String message();

    record BinaryNotFound(Path path) implements LeanRunnerError {
        @Override
        public String message() {
            return "Lean binary not found at " + path;
        }
    }

    /** Every problem of input and output, the start of the process included; the name is historical. */
    record TempFileError(String io) implements LeanRunnerError {
        @Override
        public String message() {
            return "Failed to create temp file: " + io;
        }
    }

    /** @param code the exit code, 128 and the number of the signal after one */
    record ProcessFailed(int code, String stderr) implements LeanRunnerError {
        @Override
        public String message() {
            return "Lean process failed with exit code " + code + ": " + stderr;
        }
    }

    record ParseError(String text) implements LeanRunnerError {
        @Override
        public String message() {
            return "Failed to parse Lean output: " + text;
        }
    }

    /** Part of the vocabulary; no operation reports it. */
    record ValidationFailed(String text) implements LeanRunnerError {
        @Override
        public String message() {
            return "Validation failed: " + text;
        }
    }

    /** @param timeoutMs unsigned */
    record TimedOut(String operation, long timeoutMs) implements LeanRunnerError {
        @Override
        public String message() {
            return "Lean process '" + operation + "' timed out after " + Long.toUnsignedString(timeoutMs) + "ms";
        }
    }
}

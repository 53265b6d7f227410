package dev.paritas.bridge.implementation;

import java.nio.file.Path;

/** Everything a {@link HeapParityRunner} reports (spec 40 §14.2). */
public sealed interface HeapParityRunnerError {
    /** {@return the sentence of the specification's table} */
    String message();

    record BinaryNotFound(Path path) implements HeapParityRunnerError {
        @Override
        public String message() {
            return "Lean heap parity runner binary not found at " + path;
        }
    }

    /** @param code the exit code, 128 and the number of the signal after one */
    record ProcessFailed(int code, String stderr) implements HeapParityRunnerError {
        @Override
        public String message() {
            return "Lean heap parity runner failed with exit code " + code + ": " + stderr;
        }
    }

    record ParseError(String text) implements HeapParityRunnerError {
        @Override
        public String message() {
            return "Failed to parse Lean heap parity output: " + text;
        }
    }

    /** @param timeoutMs unsigned */
    record TimedOut(String operation, long timeoutMs) implements HeapParityRunnerError {
        @Override
        public String message() {
            return "Lean heap parity runner '" + operation + "' timed out after " + Long.toUnsignedString(timeoutMs)
                    + "ms";
        }
    }

    /** The process could not be started or waited for. */
    record Io(String cause) implements HeapParityRunnerError {
        @Override
        public String message() {
            return "IO error: " + cause;
        }
    }
}

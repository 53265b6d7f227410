package dev.paritas.bridge.implementation;

import java.nio.file.Path;

/** Everything a {@link ParityBundleRunner} reports; {@code runner} is the executable's name. */
public sealed interface ParityRunnerError {
    String runner();

    /** {@return a plain sentence} */
    String message();

    record BinaryNotFound(String runner, Path path) implements ParityRunnerError {
        @Override
        public String message() {
            return runner + " not found at " + path;
        }
    }

    /** Every problem of starting and of pipes. */
    record ProcessUnusable(String runner, String io) implements ParityRunnerError {
        @Override
        public String message() {
            return runner + " could not be used: " + io;
        }
    }

    /** @param code the exit code, 128 and the number of the signal after one */
    record ProcessFailed(String runner, int code, String stderr) implements ParityRunnerError {
        @Override
        public String message() {
            return runner + " failed with exit code " + code + ": " + stderr;
        }
    }

    record UnsupportedSchemaVersion(String runner, String text) implements ParityRunnerError {
        @Override
        public String message() {
            return runner + " speaks another version: " + text;
        }
    }

    record ParseError(String runner, String text) implements ParityRunnerError {
        @Override
        public String message() {
            return "failed to parse the output of " + runner + ": " + text;
        }
    }

    /** @param timeoutMs unsigned */
    record TimedOut(String runner, long timeoutMs) implements ParityRunnerError {
        @Override
        public String message() {
            return runner + " timed out after " + Long.toUnsignedString(timeoutMs) + "ms";
        }
    }
}

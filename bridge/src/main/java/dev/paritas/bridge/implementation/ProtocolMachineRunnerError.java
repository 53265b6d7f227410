package dev.paritas.bridge.implementation;

import java.nio.file.Path;

/** Everything a {@link ProtocolMachineRunner} reports (spec 22 §14.2). */
public sealed interface ProtocolMachineRunnerError {
    /** {@return the sentence of the specification's table} */
    String message();

    record BinaryNotFound(Path path) implements ProtocolMachineRunnerError {
        @Override
        public String message() {
            return "protocol-machine runner binary not found at " + path;
        }
    }

    /** Every problem of starting and of pipes; the name is historical. */
    record TempFileError(String io) implements ProtocolMachineRunnerError {
        @Override
        public String message() {
            return "Failed to create temp file: " + io;
        }
    }

    /** @param code the exit code, 128 and the number of the signal after one */
    record ProcessFailed(int code, String stderr) implements ProtocolMachineRunnerError {
        @Override
        public String message() {
            return "protocol-machine runner failed with exit code " + code + ": " + stderr;
        }
    }

    record ParseError(String text) implements ProtocolMachineRunnerError {
        @Override
        public String message() {
            return "Failed to parse protocol-machine runner output: " + text;
        }
    }

    /** @param timeoutMs unsigned */
    record TimedOut(String operation, long timeoutMs) implements ProtocolMachineRunnerError {
        @Override
        public String message() {
            return "protocol-machine runner operation '" + operation + "' timed out after "
                    + Long.toUnsignedString(timeoutMs) + "ms";
        }
    }
}

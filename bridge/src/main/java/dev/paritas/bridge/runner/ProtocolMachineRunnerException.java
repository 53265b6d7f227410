package dev.paritas.bridge.runner;

import org.jspecify.annotations.Nullable;

/** A {@link ProtocolMachineRunner} operation failed; {@link #error} says how. */
public final class ProtocolMachineRunnerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    static final RunnerFailures FAILURES = new RunnerFailures() {
        @Override
        public RuntimeException io(String text, @Nullable Throwable cause) {
            return new ProtocolMachineRunnerException(new ProtocolMachineRunnerError.TempFileError(text), cause);
        }

        @Override
        public RuntimeException processFailed(int code, String stderr, @Nullable Throwable cause) {
            return new ProtocolMachineRunnerException(
                    new ProtocolMachineRunnerError.ProcessFailed(code, stderr), cause);
        }

        @Override
        public RuntimeException parse(String text, @Nullable Throwable cause) {
            return new ProtocolMachineRunnerException(new ProtocolMachineRunnerError.ParseError(text), cause);
        }

        @Override
        public RuntimeException timedOut(String operation, long millis, @Nullable Throwable cause) {
            return new ProtocolMachineRunnerException(
                    new ProtocolMachineRunnerError.TimedOut(operation, millis), cause);
        }
    };

    private final transient ProtocolMachineRunnerError error;

    public ProtocolMachineRunnerException(ProtocolMachineRunnerError error) {
        this(error, null);
    }

    public ProtocolMachineRunnerException(ProtocolMachineRunnerError error, @Nullable Throwable cause) {
        super(error.message(), cause);
        this.error = error;
    }

    public ProtocolMachineRunnerError error() {
        return error;
    }
}

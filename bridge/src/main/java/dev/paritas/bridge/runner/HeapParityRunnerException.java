package dev.paritas.bridge.runner;

import org.jspecify.annotations.Nullable;

/** A {@link HeapParityRunner} operation failed; {@link #error} says how. */
public final class HeapParityRunnerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    static final RunnerFailures FAILURES = new RunnerFailures() {
        @Override
        public RuntimeException io(String text, @Nullable Throwable cause) {
            return new HeapParityRunnerException(new HeapParityRunnerError.Io(text), cause);
        }

        @Override
        public RuntimeException processFailed(int code, String stderr, @Nullable Throwable cause) {
            return new HeapParityRunnerException(new HeapParityRunnerError.ProcessFailed(code, stderr), cause);
        }

        @Override
        public RuntimeException parse(String text, @Nullable Throwable cause) {
            return new HeapParityRunnerException(new HeapParityRunnerError.ParseError(text), cause);
        }

        @Override
        public RuntimeException timedOut(String operation, long millis, @Nullable Throwable cause) {
            return new HeapParityRunnerException(new HeapParityRunnerError.TimedOut(operation, millis), cause);
        }
    };

    private final transient HeapParityRunnerError error;

    public HeapParityRunnerException(HeapParityRunnerError error) {
        this(error, null);
    }

    public HeapParityRunnerException(HeapParityRunnerError error, @Nullable Throwable cause) {
        super(error.message(), cause);
        this.error = error;
    }

    public HeapParityRunnerError error() {
        return error;
    }
}

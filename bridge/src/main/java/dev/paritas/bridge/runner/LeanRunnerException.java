package dev.paritas.bridge.runner;

import org.jspecify.annotations.Nullable;

/** A {@link LeanRunner} operation failed; {@link #error} says how. */
public final class LeanRunnerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    static final RunnerFailures FAILURES = new RunnerFailures() {
        @Override
        public RuntimeException io(String text, @Nullable Throwable cause) {
            return new LeanRunnerException(new LeanRunnerError.TempFileError(text), cause);
        }

        @Override
        public RuntimeException processFailed(int code, String stderr, @Nullable Throwable cause) {
            return new LeanRunnerException(new LeanRunnerError.ProcessFailed(code, stderr), cause);
        }

        @Override
        public RuntimeException parse(String text, @Nullable Throwable cause) {
            return new LeanRunnerException(new LeanRunnerError.ParseError(text), cause);
        }

        @Override
        public RuntimeException timedOut(String operation, long millis, @Nullable Throwable cause) {
            return new LeanRunnerException(new LeanRunnerError.TimedOut(operation, millis), cause);
        }
    };

    private final transient LeanRunnerError error;

    public LeanRunnerException(LeanRunnerError error) {
        this(error, null);
    }

    public LeanRunnerException(LeanRunnerError error, @Nullable Throwable cause) {
        super(error.message(), cause);
        this.error = error;
    }

    public LeanRunnerError error() {
        return error;
    }
}

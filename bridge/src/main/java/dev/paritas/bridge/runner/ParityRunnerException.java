package dev.paritas.bridge.runner;

import dev.paritas.semanticobjects.json.JsonErrorCode;
import dev.paritas.semanticobjects.json.JsonException;
import org.jspecify.annotations.Nullable;

/** A {@link ParityBundleRunner} gave no bundle; {@link #error} says why. */
public final class ParityRunnerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ParityRunnerError error;

    public ParityRunnerException(ParityRunnerError error, @Nullable Throwable cause) {
        super(error.message(), cause);
        this.error = error;
    }

    public ParityRunnerError error() {
        return error;
    }

    static RunnerFailures failures(String runner) {
        return new Failures(runner);
    }

    private record Failures(String runner) implements RunnerFailures {
        @Override
        public RuntimeException io(String text, @Nullable Throwable cause) {
            return new ParityRunnerException(new ParityRunnerError.ProcessUnusable(runner, text), cause);
        }

        @Override
        public RuntimeException processFailed(int code, String stderr, @Nullable Throwable cause) {
            return new ParityRunnerException(new ParityRunnerError.ProcessFailed(runner, code, stderr), cause);
        }

        @Override
        public RuntimeException parse(String text, @Nullable Throwable cause) {
            boolean version = cause instanceof JsonException refusal
                    && refusal.code() == JsonErrorCode.UNSUPPORTED_SCHEMA_VERSION;
            return new ParityRunnerException(
                    version
                            ? new ParityRunnerError.UnsupportedSchemaVersion(runner, text)
                            : new ParityRunnerError.ParseError(runner, text),
                    cause);
        }

        @Override
        public RuntimeException timedOut(String operation, long millis, @Nullable Throwable cause) {
            return new ParityRunnerException(new ParityRunnerError.TimedOut(runner, millis), cause);
        }
    }
}

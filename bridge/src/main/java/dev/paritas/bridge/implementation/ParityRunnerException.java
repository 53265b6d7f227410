package dev.paritas.bridge.implementation;

import dev.paritas.semanticobjects.json.JsonErrorCode;
import dev.paritas.semanticobjects.json.JsonException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link ParityBundleRunner} gave no bundle; {@link #error} says why. */
public final class ParityRunnerException extends RunnerException {
    private static final long serialVersionUID = 1L;

    private final transient ParityRunnerError error;

    ParityRunnerException(ParityRunnerError error) {
        this(error, new RunnerFailure.Unusable(error.message(), List.of()), null);
    }

    private ParityRunnerException(ParityRunnerError error, RunnerFailure failure, @Nullable Throwable cause) {
        super(error.message(), failure, cause);
        this.error = error;
    }

    public ParityRunnerError error() {
        return error;
    }

    /** {@return the wording of failures of the executable {@code runner}} */
    static RunnerFailures of(String runner) {
        return (failure, cause) -> new ParityRunnerException(error(runner, failure, cause), failure, cause);
    }

    private static ParityRunnerError error(String runner, RunnerFailure failure, @Nullable Throwable cause) {
        return switch (failure) {
            case RunnerFailure.Refused refused -> new ParityRunnerError.ProcessFailed(runner, 1, refused.stderr());
            case RunnerFailure.Ended ended -> new ParityRunnerError.ProcessFailed(runner, ended.code(), ended.stderr());
            case RunnerFailure.Unusable unusable -> new ParityRunnerError.ProcessUnusable(runner, unusable.text());
            case RunnerFailure.Unreadable unreadable ->
                cause instanceof JsonException refusal && refusal.code() == JsonErrorCode.UNSUPPORTED_SCHEMA_VERSION
                        ? new ParityRunnerError.UnsupportedSchemaVersion(runner, unreadable.text())
                        : new ParityRunnerError.ParseError(runner, unreadable.text());
            case RunnerFailure.Untaken untaken -> new ParityRunnerError.ParseError(runner, untaken.sentence());
            case RunnerFailure.Silent silent -> new ParityRunnerError.TimedOut(runner, silent.millis());
        };
    }
}

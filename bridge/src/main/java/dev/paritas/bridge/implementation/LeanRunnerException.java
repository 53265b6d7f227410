package dev.paritas.bridge.implementation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link LeanRunner} operation failed; {@link #error} says how. */
public final class LeanRunnerException extends RunnerException {
    private static final long serialVersionUID = 1L;

    private final transient LeanRunnerError error;

    /** There is no runner, or its answer lacks what this client asks of it. */
    public LeanRunnerException(LeanRunnerError error) {
        this(error, failure(error), null);
    }

    private LeanRunnerException(LeanRunnerError error, RunnerFailure failure, @Nullable Throwable cause) {
        super(error.message(), failure, cause);
        this.error = error;
    }

    private static RunnerFailure failure(LeanRunnerError error) {
        return switch (error) {
            case LeanRunnerError.ParseError parse -> new RunnerFailure.Unreadable(parse.text(), List.of());
            default -> new RunnerFailure.Unusable(error.message(), List.of());
        };
    }

    static LeanRunnerException of(RunnerFailure failure, @Nullable Throwable cause) {
        return new LeanRunnerException(
                switch (failure) {
                    case RunnerFailure.Refused refused -> new LeanRunnerError.ProcessFailed(1, refused.stderr());
                    case RunnerFailure.Ended ended -> new LeanRunnerError.ProcessFailed(ended.code(), ended.stderr());
                    case RunnerFailure.Unusable unusable -> new LeanRunnerError.TempFileError(unusable.text());
                    case RunnerFailure.Unreadable unreadable -> new LeanRunnerError.ParseError(unreadable.text());
                    case RunnerFailure.Untaken untaken -> new LeanRunnerError.ParseError(untaken.sentence());
                    case RunnerFailure.Silent silent ->
                        new LeanRunnerError.TimedOut(silent.operation(), silent.millis());
                },
                failure,
                cause);
    }

    /** {@return the failure at the place and in the words of the reference} */
    public LeanRunnerError error() {
        return error;
    }
}

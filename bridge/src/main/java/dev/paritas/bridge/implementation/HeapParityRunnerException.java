package dev.paritas.bridge.implementation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link HeapParityRunner} operation failed; {@link #error} says how. */
public final class HeapParityRunnerException extends RunnerException {
    private static final long serialVersionUID = 1L;

    private final transient HeapParityRunnerError error;

    /** There is no runner, or its answer lacks what this client asks of it. */
    public HeapParityRunnerException(HeapParityRunnerError error) {
        this(error, failure(error), null);
    }

    private HeapParityRunnerException(HeapParityRunnerError error, RunnerFailure failure, @Nullable Throwable cause) {
        super(error.message(), failure, cause);
        this.error = error;
    }

    private static RunnerFailure failure(HeapParityRunnerError error) {
        return switch (error) {
            case HeapParityRunnerError.ParseError parse -> new RunnerFailure.Unreadable(parse.text(), List.of());
            default -> new RunnerFailure.Unusable(error.message(), List.of());
        };
    }

    static HeapParityRunnerException of(RunnerFailure failure, @Nullable Throwable cause) {
        return new HeapParityRunnerException(
                switch (failure) {
                    case RunnerFailure.Refused refused -> new HeapParityRunnerError.ProcessFailed(1, refused.stderr());
                    case RunnerFailure.Ended ended ->
                        new HeapParityRunnerError.ProcessFailed(ended.code(), ended.stderr());
                    case RunnerFailure.Unusable unusable -> new HeapParityRunnerError.Io(unusable.text());
                    case RunnerFailure.Unreadable unreadable -> new HeapParityRunnerError.ParseError(unreadable.text());
                    case RunnerFailure.Untaken untaken -> new HeapParityRunnerError.ParseError(untaken.sentence());
                    case RunnerFailure.Silent silent ->
                        new HeapParityRunnerError.TimedOut(silent.operation(), silent.millis());
                },
                failure,
                cause);
    }

    /** {@return the failure at the place and in the words of the reference} */
    public HeapParityRunnerError error() {
        return error;
    }
}

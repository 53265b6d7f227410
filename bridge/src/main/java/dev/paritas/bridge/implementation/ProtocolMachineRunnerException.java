package dev.paritas.bridge.implementation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link ProtocolMachineRunner} operation failed; {@link #error} says how. */
public final class ProtocolMachineRunnerException extends RunnerException {
    private static final long serialVersionUID = 1L;

    private final transient ProtocolMachineRunnerError error;

    /** There is no runner, or its answer lacks what this client asks of it. */
    public ProtocolMachineRunnerException(ProtocolMachineRunnerError error) {
        this(error, failure(error), null);
    }

    private ProtocolMachineRunnerException(
            ProtocolMachineRunnerError error, RunnerFailure failure, @Nullable Throwable cause) {
        super(error.message(), failure, cause);
        this.error = error;
    }

    private static RunnerFailure failure(ProtocolMachineRunnerError error) {
        return switch (error) {
            case ProtocolMachineRunnerError.ParseError parse -> new RunnerFailure.Unreadable(parse.text(), List.of());
            default -> new RunnerFailure.Unusable(error.message(), List.of());
        };
    }

    static ProtocolMachineRunnerException of(RunnerFailure failure, @Nullable Throwable cause) {
        return new ProtocolMachineRunnerException(
                switch (failure) {
                    case RunnerFailure.Refused refused ->
                        new ProtocolMachineRunnerError.ProcessFailed(1, refused.stderr());
                    case RunnerFailure.Ended ended ->
                        new ProtocolMachineRunnerError.ProcessFailed(ended.code(), ended.stderr());
                    case RunnerFailure.Unusable unusable ->
                        new ProtocolMachineRunnerError.TempFileError(unusable.text());
                    case RunnerFailure.Unreadable unreadable ->
                        new ProtocolMachineRunnerError.ParseError(unreadable.text());
                    case RunnerFailure.Untaken untaken -> new ProtocolMachineRunnerError.ParseError(untaken.sentence());
                    case RunnerFailure.Silent silent ->
                        new ProtocolMachineRunnerError.TimedOut(silent.operation(), silent.millis());
                },
                failure,
                cause);
    }

    /** {@return the failure at the place and in the words of the reference} */
    public ProtocolMachineRunnerError error() {
        return error;
    }
}

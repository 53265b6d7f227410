package dev.paritas.bridge.implementation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A runner client has no answer; {@link #failure} tells a refusal from a runner that failed, by one rule for all. */
public abstract sealed class RunnerException extends RuntimeException
        permits HeapParityRunnerException, LeanRunnerException, ParityRunnerException, ProtocolMachineRunnerException {
    private static final long serialVersionUID = 1L;

    private final transient RunnerFailure failure;

    RunnerException(String message, RunnerFailure failure, @Nullable Throwable cause) {
        super(message, cause);
        this.failure = failure;
    }

    public final RunnerFailure failure() {
        return failure;
    }

    /** {@return whether the runner judged its input; else nothing was learnt about the input} */
    public final boolean isRefusal() {
        return failure.isRefusal();
    }

    /** {@return one plain sentence, without the runner's last words} */
    public final String sentence() {
        return failure.sentence();
    }

    /** {@return the last lines of the runner's stderr} */
    public final List<String> stderrTail() {
        return failure.stderrTail();
    }
}

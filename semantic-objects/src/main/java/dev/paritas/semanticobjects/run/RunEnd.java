package dev.paritas.semanticobjects.run;

import org.jspecify.annotations.Nullable;

/**
 * How a run ended, as people are told. The wire has two words only, {@code completed} and {@code stuck}, and says stuck
 * of a run that used up its steps as well.
 */
public sealed interface RunEnd {
    /** Every coroutine is done. */
    record Completed() implements RunEnd {}

    /** The limit of steps ran out while some coroutine could go on. */
    record StepLimit() implements RunEnd {}

    /** Some coroutine is not done, and none can go on. */
    record Blocked() implements RunEnd {}

    /** @param reason why a coroutine broke off; empty when the side does not say */
    record Faulted(String reason) implements RunEnd {}

    /**
     * {@return how the run of {@code output} ended}
     *
     * @param maxSteps the limit the run was given, unsigned
     * @param error the side's own text of the error that ended the run, null when none did
     */
    static RunEnd of(RunOutput output, long maxSteps, @Nullable String error) {
        if (error != null) {
            return new Faulted(error);
        }
        for (TraceEvent event : output.trace()) {
            if (event.kind().equals("faulted")) {
                String reason = event.reason();
                return new Faulted(reason == null ? "" : reason);
            }
        }
        if (output.status().equals(RunOutput.COMPLETED)) {
            return new Completed();
        }
        // A round that picks nothing ends a run, so each round before the limit is a step.
        return output.stepsExecuted() == maxSteps ? new StepLimit() : new Blocked();
    }

    /** {@return the word for people} */
    default String word() {
        return switch (this) {
            case Completed() -> "completed";
            case StepLimit() -> "step limit";
            case Blocked() -> "blocked";
            case Faulted(String ignored) -> "faulted";
        };
    }
}

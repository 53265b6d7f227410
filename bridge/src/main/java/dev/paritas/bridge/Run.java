package dev.paritas.bridge;

import dev.paritas.semanticobjects.run.RunEnd;
import dev.paritas.semanticobjects.run.RunOutput;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run of a choreography.
 *
 * @param end {@code completed}, {@code step limit}, {@code blocked}, {@code faulted}, or {@code refused} when the
 *     implementation did not run it
 * @param reason why, where the end has one
 * @param steps rounds that were made, at least 0
 * @param events in their order
 */
public record Run(String end, Optional<String> reason, long steps, List<Event> events) {
    public Run {
        events = List.copyOf(events);
    }

    /** {@return whether every role came to its end} */
    public boolean isCompleted() {
        return end.equals(new RunEnd.Completed().word());
    }

    static Run of(RunOutput output, long maxSteps, @Nullable String error) {
        RunEnd end = RunEnd.of(output, maxSteps, error);
        return new Run(
                end.word(),
                end instanceof RunEnd.Faulted faulted ? Optional.of(faulted.reason()) : Optional.empty(),
                output.stepsExecuted(),
                output.trace().stream().map(Event::of).toList());
    }

    static Run refused(String reason) {
        return new Run("refused", Optional.of(reason), 0, List.of());
    }
}

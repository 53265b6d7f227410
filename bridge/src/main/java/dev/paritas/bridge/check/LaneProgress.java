package dev.paritas.bridge.check;

import dev.paritas.bridge.report.LaneCheck;
import java.time.Duration;

/** Told how far the checks have come; called often and from several threads, so it must be quick. */
@FunctionalInterface
public interface LaneProgress {
    LaneProgress SILENT = (check, done, total) -> {};

    /** {@code done} of {@code total} cases of {@code check} are finished. */
    void advance(String check, long done, long total);

    /** The check that begins waits for answers of {@code runner}, for each of them at most {@code deadline}. */
    default void asks(String runner, Duration deadline) {}

    /** The question that {@link #asks} told has its answer. */
    default void answered() {}

    /** {@code check} has ended; told in the order of the report, by the thread that runs the lanes. */
    default void finished(LaneCheck check) {}
}

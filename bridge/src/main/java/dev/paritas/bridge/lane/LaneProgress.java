package dev.paritas.bridge.lane;

import dev.paritas.bridge.report.LaneCheck;

/** Told how far the checks have come; called often and from several threads, so it must be quick. */
@FunctionalInterface
public interface LaneProgress {
    LaneProgress SILENT = (check, done, total) -> {};

    /** {@code done} of {@code total} cases of {@code check} are finished. */
    void advance(String check, long done, long total);

    /** {@code check} has ended; told in the order of the report, by the thread that runs the lanes. */
    default void finished(LaneCheck check) {}
}

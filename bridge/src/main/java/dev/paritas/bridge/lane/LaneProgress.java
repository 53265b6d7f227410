package dev.paritas.bridge.lane;

/** Told how far a long check has come; called often, so it must be quick. */
@FunctionalInterface
public interface LaneProgress {
    LaneProgress SILENT = (check, done, total) -> {};

    /** {@code done} of {@code total} cases of {@code check} are finished. */
    void advance(String check, long done, long total);
}

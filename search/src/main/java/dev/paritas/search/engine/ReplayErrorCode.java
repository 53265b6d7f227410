package dev.paritas.search.engine;

/** What of a replay is not as expected, in the order of the checks (spec 52 §8.9). */
public enum ReplayErrorCode {
    EPOCH_SCHEDULE,
    SNAPSHOT_SCHEDULE,
    PHASE_SCHEDULE,
    BATCH_SCHEDULE,
    FAIRNESS_BUNDLE,
    UNSUPPORTED_SELECTED_RESULT_SEMANTICS,
    OBSERVATION_ARTIFACT
}

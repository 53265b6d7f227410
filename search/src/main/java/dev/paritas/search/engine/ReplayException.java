package dev.paritas.search.engine;

/** A replay was refused. */
public final class ReplayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ReplayErrorCode code;

    ReplayException(ReplayErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    public ReplayErrorCode code() {
        return code;
    }

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
}

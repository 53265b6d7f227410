package dev.paritas.search.engine;

import dev.paritas.semanticobjects.problem.Problem;

/** A replay was refused. */
public record ReplayProblem(Kind kind, String sentence) implements Problem {
    /** What of a replay is not as expected, in the order of the checks (spec 52 §8.9). */
    public enum Kind {
        EPOCH_SCHEDULE,
        SNAPSHOT_SCHEDULE,
        PHASE_SCHEDULE,
        BATCH_SCHEDULE,
        FAIRNESS_BUNDLE,
        UNSUPPORTED_SELECTED_RESULT_SEMANTICS,
        OBSERVATION_ARTIFACT
    }

    @Override
    public String code() {
        return kind.name();
    }
}

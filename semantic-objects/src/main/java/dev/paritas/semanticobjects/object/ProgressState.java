package dev.paritas.semanticobjects.object;

import dev.paritas.semanticobjects.json.WordCodec;

/** Where the progress of an operation stands (spec 30 §3). */
public enum ProgressState {
    PENDING,
    BLOCKED,
    NO_PROGRESS,
    DEGRADED,
    SUCCEEDED,
    FAILED,
    CANCELLED,
    TIMED_OUT,
    HANDED_OFF;

    public static final WordCodec<ProgressState> CODEC = WordCodec.snakeCase(ProgressState.class);
}

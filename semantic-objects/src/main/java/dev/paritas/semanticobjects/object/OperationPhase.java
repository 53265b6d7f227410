package dev.paritas.semanticobjects.object;

import dev.paritas.semanticobjects.json.WordCodec;

/** Where an operation stands (spec 30 §3). */
public enum OperationPhase {
    PENDING,
    BLOCKED,
    SUCCEEDED,
    FAILED,
    CANCELLED,
    TIMED_OUT,
    HANDED_OFF;

    public static final WordCodec<OperationPhase> CODEC = WordCodec.snakeCase(OperationPhase.class);
}

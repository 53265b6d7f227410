package dev.paritas.semanticobjects.object;

import dev.paritas.semanticobjects.json.WordCodec;

/** Where an effect stands (spec 30 §3). */
public enum OutstandingEffectStatus {
    PENDING,
    BLOCKED,
    SUCCEEDED,
    FAILED,
    CANCELLED,
    INVALIDATED;

    public static final WordCodec<OutstandingEffectStatus> CODEC = WordCodec.snakeCase(OutstandingEffectStatus.class);
}

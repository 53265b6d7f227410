package dev.paritas.semanticobjects.object;

import dev.paritas.semanticobjects.json.WordCodec;

/** When the effects of an operation become visible (spec 30 §3). */
public enum OperationVisibility {
    IMMEDIATE,
    PENDING,
    BLOCKED_UNTIL_FINALIZED;

    public static final WordCodec<OperationVisibility> CODEC = WordCodec.snakeCase(OperationVisibility.class);
}

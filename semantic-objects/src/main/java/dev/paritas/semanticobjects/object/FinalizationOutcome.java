package dev.paritas.semanticobjects.object;

import dev.paritas.semanticobjects.json.WordCodec;

/** How an operation was finalized (spec 30 §3). */
public enum FinalizationOutcome {
    FINALIZED,
    ABORTED,
    REJECTED,
    TIMED_OUT;

    public static final WordCodec<FinalizationOutcome> CODEC = WordCodec.snakeCase(FinalizationOutcome.class);
}

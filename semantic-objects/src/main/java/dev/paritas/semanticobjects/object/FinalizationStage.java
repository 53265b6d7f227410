package dev.paritas.semanticobjects.object;

import dev.paritas.semanticobjects.json.WordCodec;

/** How far an operation is on its way to a canonical result (spec 30 §3). */
public enum FinalizationStage {
    OBSERVED,
    AUTHORITATIVE,
    MATERIALIZED,
    CANONICAL,
    INVALIDATED,
    REJECTED;

    public static final WordCodec<FinalizationStage> CODEC = WordCodec.snakeCase(FinalizationStage.class);
}

package dev.paritas.semanticobjects.object;

import dev.paritas.semanticobjects.json.WordCodec;

/** Which kinds of reads support an operation (spec 30 §3). */
public enum FinalizationReadClass {
    NONE,
    OBSERVED_ONLY,
    AUTHORITATIVE_ONLY,
    MIXED;

    public static final WordCodec<FinalizationReadClass> CODEC = WordCodec.snakeCase(FinalizationReadClass.class);
}

package dev.paritas.semanticobjects.object;

import dev.paritas.semanticobjects.json.WordCodec;

/** How far agreement about an operation has come, in rising order (spec 30 §3). */
public enum AgreementLevel {
    NONE,
    PROVISIONAL,
    SOFT_SAFE,
    FINALIZED;

    public static final WordCodec<AgreementLevel> CODEC = WordCodec.snakeCase(AgreementLevel.class);
}

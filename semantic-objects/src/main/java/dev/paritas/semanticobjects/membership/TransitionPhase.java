package dev.paritas.semanticobjects.membership;

import dev.paritas.semanticobjects.json.WordCodec;

/** How far a runtime upgrade came (spec 31 §10.5). */
public enum TransitionPhase {
    STAGED,
    ADMITTED,
    COMMITTED_CUTOVER,
    ROLLED_BACK,
    FAILED;

    public static final WordCodec<TransitionPhase> CODEC = WordCodec.snakeCase(TransitionPhase.class);
}

package dev.paritas.machine.engine;

import dev.paritas.semanticobjects.json.WordCodec;

/** What a round leaves behind (spec 21 §4). */
public enum RoundResult {
    CONTINUE,
    /** Nothing was eligible; a later round may go on. */
    STUCK,
    /** No coroutine is ready or blocked. */
    ALL_DONE;

    public static final WordCodec<RoundResult> CODEC = WordCodec.snakeCase(RoundResult.class);
}

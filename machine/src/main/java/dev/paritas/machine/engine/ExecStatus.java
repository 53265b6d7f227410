package dev.paritas.machine.engine;

import dev.paritas.semanticobjects.json.WordCodec;

/** How the picked coroutine's instruction ended (spec 21 §4.1). */
public enum ExecStatus {
    CONTINUE,
    YIELDED,
    BLOCKED,
    HALTED,
    FAULTED;

    public static final WordCodec<ExecStatus> CODEC = WordCodec.snakeCase(ExecStatus.class);
}

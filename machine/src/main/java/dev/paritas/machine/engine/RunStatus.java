package dev.paritas.machine.engine;

import dev.paritas.semanticobjects.json.WordCodec;

/** Why a run loop ended without a fault (spec 21 §4.2). */
public enum RunStatus {
    ALL_DONE,
    STUCK,
    MAX_ROUNDS_EXCEEDED;

    public static final WordCodec<RunStatus> CODEC = WordCodec.camelCase(RunStatus.class);
}

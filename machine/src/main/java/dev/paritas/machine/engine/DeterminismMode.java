package dev.paritas.machine.engine;

import dev.paritas.semanticobjects.json.WordCodec;

/** How two runs are held equal (spec 21 §14). */
public enum DeterminismMode {
    FULL,
    MODULO_EFFECTS,
    MODULO_COMMUTATIVITY,
    REPLAY;

    public static final WordCodec<DeterminismMode> CODEC = WordCodec.camelCase(DeterminismMode.class);
}

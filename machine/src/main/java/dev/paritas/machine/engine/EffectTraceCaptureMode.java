package dev.paritas.machine.engine;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.WordCodec;

/** Which effect-trace entries are kept (spec 21 §8). */
public enum EffectTraceCaptureMode {
    FULL,
    TOPOLOGY_ONLY,
    DISABLED;

    public static final Codec<EffectTraceCaptureMode> CODEC = WordCodec.snakeCase(EffectTraceCaptureMode.class);
}

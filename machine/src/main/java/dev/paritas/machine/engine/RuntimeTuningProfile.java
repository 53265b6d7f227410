package dev.paritas.machine.engine;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.WordCodec;

/** Named tuning of the threaded engine; the cooperative engine only carries it. */
public enum RuntimeTuningProfile {
    STANDARD,
    M1_STRESS_REFERENCE;

    public static final Codec<RuntimeTuningProfile> CODEC = WordCodec.snakeCase(RuntimeTuningProfile.class);
}

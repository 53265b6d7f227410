package dev.paritas.machine.engine;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.WordCodec;

/** Round shape of the threaded engine; the cooperative engine only carries it. */
public enum ThreadedRoundSemantics {
    CANONICAL_ONE_STEP,
    WAVE_PARALLEL_EXTENSION;

    public static final Codec<ThreadedRoundSemantics> CODEC = WordCodec.snakeCase(ThreadedRoundSemantics.class);
}

package dev.paritas.machine.engine;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.WordCodec;

/** What the effects of a run promise about repetition (spec 20 §16). */
public enum EffectDeterminismTier {
    STRICT_DETERMINISTIC,
    REPLAY_DETERMINISTIC,
    ENVELOPE_BOUNDED_NONDETERMINISTIC;

    public static final Codec<EffectDeterminismTier> CODEC = WordCodec.snakeCase(EffectDeterminismTier.class);
}

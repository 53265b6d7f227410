package dev.paritas.simulation.lifecycle;

import dev.paritas.semanticobjects.json.WordCodec;

/** How an effect ended within what was observed of its run (spec 52 §6.1). */
public enum EffectLifecycle {
    /** Still waits at the end of the observation. */
    BLOCKED,
    SUCCEEDED,
    FAILED,
    /** Succeeded, and the run ended with a fault later. */
    SUCCEEDED_THEN_FAULTED,
    /** Succeeded after an earlier exchange of the same operation had waited. */
    RESUMED;

    public static final WordCodec<EffectLifecycle> CODEC = WordCodec.snakeCase(EffectLifecycle.class);
}

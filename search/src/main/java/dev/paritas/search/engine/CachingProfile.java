package dev.paritas.search.engine;

/** What a run keeps between steps; only the first is supported (spec 52 §8.6). */
public enum CachingProfile {
    EPHEMERAL_PER_STEP,
    PERSISTENT
}

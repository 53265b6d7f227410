package dev.paritas.search.object;

import dev.paritas.semanticobjects.json.WordCodec;

/** Whether a run found a candidate (spec 52 §8.8). */
public enum DiscoveryClass {
    OBSERVED_RUN_BOUND,
    NO_CANDIDATE;

    public static final WordCodec<DiscoveryClass> CODEC = WordCodec.camelCase(DiscoveryClass.class);
}

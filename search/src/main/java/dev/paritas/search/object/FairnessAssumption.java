package dev.paritas.search.object;

import dev.paritas.semanticobjects.json.WordCodec;

/** What a run assumes about its scheduler; sets are written in this order (spec 52 §8.6). */
public enum FairnessAssumption {
    EVENTUAL_LIVE_BATCH_SERVICE,
    EVENTUAL_BARRIER_SERVICE,
    NO_STARVATION_WITHIN_LEGAL_WINDOW,
    DETERMINISTIC_SCHEDULER_CONFLUENCE;

    public static final WordCodec<FairnessAssumption> CODEC = WordCodec.camelCase(FairnessAssumption.class);
}

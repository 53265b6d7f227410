package dev.paritas.search.object;

import dev.paritas.semanticobjects.json.WordCodec;

/** How a search is scheduled (spec 52 §8.6). */
public enum SchedulerProfile {
    CANONICAL_SERIAL,
    THREADED_EXACT_SINGLE_LANE,
    BATCHED_PARALLEL_EXACT,
    BATCHED_PARALLEL_ENVELOPE_BOUNDED;

    public static final WordCodec<SchedulerProfile> CODEC = WordCodec.camelCase(SchedulerProfile.class);
}

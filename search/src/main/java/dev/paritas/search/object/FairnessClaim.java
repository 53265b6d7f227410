package dev.paritas.search.object;

import dev.paritas.semanticobjects.json.WordCodec;

/** What a scheduler profile claims about fairness (spec 52 §8.8). */
public enum FairnessClaim {
    EXACT_ONE_STEP,
    EXACT_ONE_STEP_VIA_THREADED_REFINEMENT,
    PREMISED_WINDOW_BOUNDED,
    PREMISE_ONLY;

    public static final WordCodec<FairnessClaim> CODEC = WordCodec.camelCase(FairnessClaim.class);
}

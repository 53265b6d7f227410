package dev.paritas.admission.claim;

import dev.paritas.semanticobjects.json.WordCodec;

/** Who is answered; the first is the default (spec 32 §3.2). */
public enum Availability {
    TOTAL,
    BOUNDED_DEGRADATION,
    BEST_EFFORT;

    public static final WordCodec<Availability> CODEC = WordCodec.camelCase(Availability.class);
}

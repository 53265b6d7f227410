package dev.paritas.choreography.check;

/** Whose reading of a check decides where the two sides differ (spec 11 §9.2, §9.5). */
public enum Dialect {
    /** The runtime: only unfoldings use up the limit, the last of several equal labels counts. */
    RUNTIME,
    /** The formal model: every step uses up the limit, the first of several equal labels counts. */
    REFERENCE
}

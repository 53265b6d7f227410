package dev.paritas.search.object;

import dev.paritas.semanticobjects.json.WordCodec;

/** How a theorem supports the runtime (spec 52 §7.1). */
public enum SupportClass {
    EXECUTABLE_SEMANTICS,
    REFINEMENT_COROLLARY,
    PREMISE_SCOPED;

    public static final WordCodec<SupportClass> CODEC = WordCodec.camelCase(SupportClass.class);
}

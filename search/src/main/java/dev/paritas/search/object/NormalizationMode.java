package dev.paritas.search.object;

import dev.paritas.semanticobjects.json.WordCodec;

/** How two observations are laid side by side (spec 52 §8.10). */
public enum NormalizationMode {
    FULL,
    MODULO_EFFECTS,
    /** Commits are compared as a multiset. */
    MODULO_COMMUTATIVITY,
    REPLAY;

    public static final WordCodec<NormalizationMode> CODEC = WordCodec.camelCase(NormalizationMode.class);
}

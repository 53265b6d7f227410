package dev.paritas.search.object;

import dev.paritas.semanticobjects.json.WordCodec;

/** What a fairness certificate certifies (spec 52 §8.8). */
public enum CertificateClass {
    NONE,
    CURRENT_MIN_KEY_BATCH,
    CURRENT_MIN_KEY_BATCH_VIA_THREADED_REFINEMENT,
    CERTIFIED_CURRENT_MIN_KEY_WINDOW;

    public static final WordCodec<CertificateClass> CODEC = WordCodec.camelCase(CertificateClass.class);
}

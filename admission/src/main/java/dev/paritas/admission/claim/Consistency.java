package dev.paritas.admission.claim;

import dev.paritas.semanticobjects.json.WordCodec;

/** What readers may see; the first is the default (spec 32 §3.2). */
public enum Consistency {
    LINEARIZABLE,
    SEQUENTIAL,
    EVENTUAL;

    public static final WordCodec<Consistency> CODEC = WordCodec.camelCase(Consistency.class);
}

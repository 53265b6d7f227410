package dev.paritas.admission.claim;

import dev.paritas.semanticobjects.json.WordCodec;

/** How quorums are formed; the first is the default (spec 32 §3.2). */
public enum QuorumSystem {
    MAJORITY,
    WEIGHTED,
    FLEXIBLE;

    public static final WordCodec<QuorumSystem> CODEC = WordCodec.camelCase(QuorumSystem.class);
}

package dev.paritas.semanticobjects.membership;

import dev.paritas.semanticobjects.json.WordCodec;

/** What becomes of effects that are pending at the cutover (spec 31 §10.5). */
public enum PendingEffectTreatment {
    PRESERVE_PENDING,
    INVALIDATE_BLOCKED;

    public static final WordCodec<PendingEffectTreatment> CODEC = WordCodec.snakeCase(PendingEffectTreatment.class);
}

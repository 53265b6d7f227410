package dev.paritas.semanticobjects.membership;

import dev.paritas.semanticobjects.json.WordCodec;

/** What becomes of canonical publications at the cutover (spec 31 §10.5). */
public enum PublicationContinuity {
    PRESERVE_CANONICAL_TRUTH,
    REISSUE_CANONICAL_TRUTH;

    public static final WordCodec<PublicationContinuity> CODEC = WordCodec.snakeCase(PublicationContinuity.class);
}

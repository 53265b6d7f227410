package dev.paritas.semanticobjects.object;

import dev.paritas.semanticobjects.json.WordCodec;

/** What an authoritative read is about (spec 30 §3). */
public enum AuthoritativeReadKind {
    READINESS,
    CANCELLATION,
    TIMEOUT,
    OUTPUT_CONDITION;

    public static final WordCodec<AuthoritativeReadKind> CODEC = WordCodec.snakeCase(AuthoritativeReadKind.class);
}

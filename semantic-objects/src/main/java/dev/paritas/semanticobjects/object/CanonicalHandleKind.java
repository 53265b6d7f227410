package dev.paritas.semanticobjects.object;

import dev.paritas.semanticobjects.json.WordCodec;

/** What a canonical handle refers to (spec 30 §3). */
public enum CanonicalHandleKind {
    MATERIALIZATION,
    HANDOFF;

    public static final WordCodec<CanonicalHandleKind> CODEC = WordCodec.snakeCase(CanonicalHandleKind.class);
}

package dev.paritas.semanticobjects.object;

import dev.paritas.semanticobjects.json.WordCodec;

/** Where an authoritative read stands (spec 30 §3). */
public enum AuthoritativeReadLifecycle {
    ISSUED,
    CONSUMED,
    REJECTED,
    VERIFIED;

    public static final WordCodec<AuthoritativeReadLifecycle> CODEC =
            WordCodec.snakeCase(AuthoritativeReadLifecycle.class);
}

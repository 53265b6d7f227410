package dev.paritas.semanticobjects.object;

import dev.paritas.semanticobjects.json.WordCodec;

/** Who may rely on a publication (spec 30 §3). */
public enum PublicationObserverClass {
    CANONICAL,
    AUDIT;

    public static final WordCodec<PublicationObserverClass> CODEC = WordCodec.snakeCase(PublicationObserverClass.class);
}

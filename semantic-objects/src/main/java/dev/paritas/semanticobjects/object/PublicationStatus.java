package dev.paritas.semanticobjects.object;

import dev.paritas.semanticobjects.json.WordCodec;

/** Whether a publication stands (spec 30 §3). */
public enum PublicationStatus {
    PUBLISHED,
    REJECTED;

    public static final WordCodec<PublicationStatus> CODEC = WordCodec.snakeCase(PublicationStatus.class);
}

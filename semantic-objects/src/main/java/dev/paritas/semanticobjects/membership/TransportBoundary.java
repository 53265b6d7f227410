package dev.paritas.semanticobjects.membership;

import dev.paritas.semanticobjects.json.WordCodec;

/** What lies between two placed roles (spec 31 §10.3). */
public enum TransportBoundary {
    IN_PROCESS,
    SHARED_MEMORY,
    NETWORK;

    public static final WordCodec<TransportBoundary> CODEC = WordCodec.camelCase(TransportBoundary.class);
}

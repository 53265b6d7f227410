package dev.paritas.semanticobjects.membership;

import dev.paritas.semanticobjects.json.WordCodec;

/** Where a role runs (spec 31 §10.3). */
public enum PlacementKind {
    LOCAL,
    REMOTE,
    COLOCATED;

    public static final WordCodec<PlacementKind> CODEC = WordCodec.camelCase(PlacementKind.class);
}

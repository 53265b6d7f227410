package dev.paritas.search.object;

import dev.paritas.semanticobjects.json.WordCodec;

/** What a change of epoch keeps (spec 52 §8.4). */
public enum ReseedPolicy {
    /** Nothing: the start is reopened. */
    START_ONLY,
    /** Open and inconsistent nodes, and the ways to them. */
    PRESERVE_OPEN_AND_INCONS;

    public static final WordCodec<ReseedPolicy> CODEC = WordCodec.camelCase(ReseedPolicy.class);
}

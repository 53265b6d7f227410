package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.WordCodec;

/** What the agreement of a check is worth (docs/lanes.md). */
public enum Evidence {
    /** Held against answers of the real reference. */
    REFERENCE,
    /** Held against something written apart: another implementation, or a table of the specification. */
    INDEPENDENT,
    /** Held against our own earlier answers. */
    RECORDED,
    /** One implementation on both sides, reached in two ways, such as a call and a pipe. */
    TRANSPORT;

    public static final Codec<Evidence> CODEC = WordCodec.snakeCase(Evidence.class);
}

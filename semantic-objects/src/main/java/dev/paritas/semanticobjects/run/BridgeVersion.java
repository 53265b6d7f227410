package dev.paritas.semanticobjects.run;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.SchemaVersionCodec;

/** The version of everything that crosses the bridge to a runner (spec 22 §14.3). */
public final class BridgeVersion {
    public static final String CURRENT = "lean_bridge.v1";

    /** Accepts no other version, at every level that carries one. */
    public static final Codec<String> CODEC = new SchemaVersionCodec(CURRENT, " for Lean bridge payload");

    private BridgeVersion() {}
}

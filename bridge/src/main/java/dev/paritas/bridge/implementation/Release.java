package dev.paritas.bridge.implementation;

import java.util.List;

/** Names and versions of this release. */
public final class Release {
    public static final String NAME = "paritas";

    /** The version of the parent pom. */
    public static final String VERSION = "0.1.0";

    /** The reference whose behaviour this release describes. */
    public static final String PEER = "telltale 17.0.0";

    /** The schema versions read and written. */
    public static final List<String> SCHEMA_VERSIONS =
            List.of("lean_bridge.v1", "protocol_machine.semantic_objects.v1");

    private Release() {}
}

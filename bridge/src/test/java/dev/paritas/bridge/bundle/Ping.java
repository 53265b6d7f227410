package dev.paritas.bridge.bundle;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.LocalType;
import java.util.Map;

/** The protocol of the bundles under test: {@code A→B:Ping}. */
final class Ping {
    static final GlobalType GLOBAL = GlobalType.comm("A", "B", "Ping", GlobalType.END);
    static final Map<String, LocalType> LOCALS =
            Map.of("A", LocalType.send("B", "Ping", LocalType.END), "B", LocalType.recv("A", "Ping", LocalType.END));

    private Ping() {}
}

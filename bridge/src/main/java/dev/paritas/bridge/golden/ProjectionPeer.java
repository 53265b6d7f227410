package dev.paritas.bridge.golden;

import dev.paritas.bridge.implementation.ImplementationException;
import dev.paritas.bridge.implementation.LeanRunner;
import dev.paritas.semanticobjects.json.JsonValue;

/** Another implementation of projection, asked in JSON; both answers are whole documents of spec 12 §2.2. */
public interface ProjectionPeer {
    /** @throws ImplementationException when the peer gives no answer */
    JsonValue exportProjection(JsonValue global, String role);

    /** @throws ImplementationException when the peer gives no answer */
    JsonValue exportAllProjections(JsonValue global);

    static ProjectionPeer of(LeanRunner runner) {
        return new ProjectionPeer() {
            @Override
            public JsonValue exportProjection(JsonValue global, String role) {
                return runner.exportProjection(global, role);
            }

            @Override
            public JsonValue exportAllProjections(JsonValue global) {
                return runner.exportAllProjections(global);
            }
        };
    }
}

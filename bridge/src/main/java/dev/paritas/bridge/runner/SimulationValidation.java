package dev.paritas.bridge.runner;

import dev.paritas.semanticobjects.json.JsonValue;
import java.util.List;

/**
 * Whether a trace belongs to its simulation (spec 22 §12.2).
 *
 * @param artifacts null when the peer sends none
 */
public record SimulationValidation(boolean valid, List<PeerIssue> errors, JsonValue artifacts) {
    public SimulationValidation {
        errors = List.copyOf(errors);
    }
}

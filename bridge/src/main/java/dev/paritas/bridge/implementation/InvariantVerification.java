package dev.paritas.bridge.implementation;

import dev.paritas.semanticobjects.json.JsonValue;
import java.util.List;

/**
 * Whether the claims of a bundle are acceptable (spec 32 §6).
 *
 * @param artifacts null when the peer sends none
 */
public record InvariantVerification(boolean valid, List<PeerIssue> errors, JsonValue artifacts) {
    public InvariantVerification {
        errors = List.copyOf(errors);
    }
}

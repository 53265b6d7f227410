package dev.paritas.bridge.implementation;

import dev.paritas.semanticobjects.membership.ReconfigurationEvent;
import java.util.List;
import java.util.Optional;

/**
 * Whether a change of membership is acceptable (spec 32 §7).
 *
 * @param event sent for a refused change, too
 */
public record TransitionValidation(boolean valid, List<PeerIssue> errors, Optional<ReconfigurationEvent> event) {
    public TransitionValidation {
        errors = List.copyOf(errors);
    }
}

package dev.paritas.bridge.implementation;

import java.util.List;

/** Whether a trace belongs to its choreographies, and the objections if not (spec 22 §12.1). */
public record TraceValidation(boolean valid, List<PeerIssue> errors) {
    public TraceValidation {
        errors = List.copyOf(errors);
    }
}

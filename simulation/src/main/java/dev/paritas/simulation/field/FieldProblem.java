package dev.paritas.simulation.field;

import dev.paritas.semanticobjects.problem.Problem;

/** A field layer cannot start, step or exchange: a stable code and the reference's sentence. */
public record FieldProblem(Kind kind, String sentence) implements Problem {
    /** Why. */
    public enum Kind {
        /** Too few initial values for the roles. */
        INITIAL_VALUES,
        /** A state has another number of entries than its family steps. */
        STATE_LENGTH,
        /** A role has no position to send. */
        MISSING_POSITION,
        /** The family knows no such label. */
        UNKNOWN_LABEL,
        /** A received value is no number. */
        UNSUPPORTED_PAYLOAD,
        /** A family divides by a parameter that is zero. */
        DIVISION_BY_ZERO
    }

    @Override
    public String code() {
        return kind.name();
    }
}

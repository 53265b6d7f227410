package dev.paritas.choreography.source;

import dev.paritas.semanticobjects.problem.Problem;

/** A role's program could not be exported; the cause of the exception says more. */
public record ExportProblem(Kind kind, String sentence) implements Problem {
    /** Stable codes: scripts key on the name. */
    public enum Kind {
        /** The source text was refused. */
        PARSE,
        /** The source has no global type. */
        LOWER,
        /** The role takes part in no message. */
        UNKNOWN_ROLE,
        /** The global type has no projection on the role. */
        PROJECT,
        /** A document would be larger than the limit. */
        LIMIT
    }

    @Override
    public String code() {
        return kind.name();
    }
}

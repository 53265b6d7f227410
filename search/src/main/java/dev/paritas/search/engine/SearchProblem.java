package dev.paritas.search.engine;

import dev.paritas.semanticobjects.problem.Problem;

/** A search stopped with an error: a stable code and a plain sentence. */
public record SearchProblem(Kind kind, String sentence) implements Problem {
    /** Why a search stopped; scripts key on the name. */
    public enum Kind {
        /** A query accepts no node. */
        EMPTY_ACCEPTED_SET,
        /** The domain could not answer; nothing has changed. */
        DOMAIN,
        /** A node is both open and closed. */
        OPEN_CLOSED_OVERLAP,
        /** An inconsistent node is not closed. */
        INCONS_NOT_CLOSED,
        /** A node's cost is not that of its parent and the edge between: a closed inner node was improved. */
        PARENT_SCORE_MISMATCH,
        /** The published result is no longer the path to its node. */
        INCUMBENT_MISMATCH,
        /** The batch has several scores, or belongs to another epoch. */
        ILLEGAL_BATCH_WINDOW
    }

    @Override
    public String code() {
        return kind.name();
    }
}

package dev.paritas.choreography.source;

import dev.paritas.semanticobjects.problem.Problem;

/**
 * A source text was refused: a first line that says why, the place, and the line itself.
 *
 * @param reason what is wrong, without the place
 * @param line 1-based, 0 when the error has no place
 * @param column 1-based
 * @param text the offending line
 */
public record SourceProblem(Kind kind, String reason, int line, int column, String text) implements Problem {
    /** Stable codes: scripts key on the name. */
    public enum Kind {
        /** Indentation or brackets do not fit. */
        LAYOUT,
        /** The text is not of the language, or of a form it no longer has. */
        SYNTAX,
        /** A role is used that is not declared. */
        UNDEFINED_ROLE,
        /** A role is declared twice. */
        DUPLICATE_ROLE,
        /** A protocol is called that is not defined. */
        UNDEFINED_PROTOCOL,
        /** There are no roles. */
        EMPTY,
        /** The bytes are not UTF-8 text. */
        ENCODING,
        /** More than a limit allows; the message ends with the limit's name. */
        LIMIT
    }

    @Override
    public String code() {
        return kind.name();
    }

    @Override
    public String place() {
        return Problem.place("", line, column);
    }

    @Override
    public String sentence() {
        return line == 0 ? reason : reason + "\n  at line " + line + ", column " + column + "\n  " + text;
    }
}

package dev.paritas.choreography.source;

import dev.paritas.semanticobjects.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * A source text was refused: a first line that says why, the place, and the line itself.
 *
 * @param reason what is wrong, without the place
 * @param line 1-based, 0 when the error has no place
 * @param column 1-based
 * @param text the offending line
 * @param hint what to do about it; empty for nothing
 * @param further what else is wrong, in the order of the text; they have none of their own
 */
public record SourceProblem(
        Kind kind, String reason, int line, int column, String text, String hint, List<SourceProblem> further)
        implements Problem {
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
        /** A {@code continue} is in no recursion of its name. */
        UNBOUND_CONTINUE,
        /** A recursion begins anew before any message. */
        UNGUARDED_RECURSION,
        /** Two branches of one choice have the same label. */
        DUPLICATE_LABEL,
        /** A role sends a message to itself. */
        SELF_MESSAGE,
        /** There are no roles. */
        EMPTY,
        /** The bytes are not UTF-8 text. */
        ENCODING,
        /** More than a limit allows; the message ends with the limit's name. */
        LIMIT
    }

    public SourceProblem {
        further = List.copyOf(further);
    }

    /** A problem by itself, without a hint. */
    public SourceProblem(Kind kind, String reason, int line, int column, String text) {
        this(kind, reason, line, column, text, "", List.of());
    }

    SourceProblem with(List<SourceProblem> others) {
        return new SourceProblem(kind, reason, line, column, text, hint, others);
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
        StringBuilder all =
                new StringBuilder(line == 0 ? reason : reason + "\n  at line " + line + ", column " + column);
        if (line > 0) {
            all.append("\n  ").append(text);
        }
        further.forEach(other -> all.append('\n').append(other.sentence()));
        return all.toString();
    }

    /** {@return this problem and the further ones} */
    public List<SourceMark> marks() {
        List<SourceMark> marks = new ArrayList<>();
        marks.add(new SourceMark(code(), reason, line, column, text, hint));
        further.forEach(other -> marks.addAll(other.marks()));
        return marks;
    }
}

package dev.paritas.choreography.source;

/** A source text was refused: a first line that says why, the place, and the line itself. */
public final class SourceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Stable codes: scripts key on the name. */
    public enum Code {
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

    private final Code code;
    private final String reason;
    private final int line;
    private final int column;

    /**
     * @param line 1-based, 0 when the error has no place
     * @param column 1-based
     * @param text the offending line
     */
    SourceException(Code code, String reason, int line, int column, String text) {
        super(line == 0 ? reason : reason + "\n  at line " + line + ", column " + column + "\n  " + text);
        this.code = code;
        this.reason = reason;
        this.line = line;
        this.column = column;
    }

    public Code code() {
        return code;
    }

    /** {@return what is wrong, without the place} */
    public String reason() {
        return reason;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}

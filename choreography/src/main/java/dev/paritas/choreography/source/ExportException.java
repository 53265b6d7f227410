package dev.paritas.choreography.source;

/** A role's program could not be exported; the cause says more. */
public final class ExportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Stable codes: scripts key on the name. */
    public enum Code {
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

    private final Code code;

    ExportException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    ExportException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}

package dev.paritas.choreography.identity;

/** A type or document has no canonical form, or not the expected identity. */
public final class ContentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Stable codes: scripts key on the name. */
    public enum Code {
        /** An open type, or a document that is no canonical form or exceeds a limit. */
        INVALID_FORMAT,
        /** A document has another digest than was asked for. */
        MISMATCH
    }

    private final Code code;

    private ContentException(Code code, String message) {
        super(message);
        this.code = code;
    }

    static ContentException invalidFormat(String reason) {
        return new ContentException(Code.INVALID_FORMAT, "invalid format: " + reason);
    }

    static ContentException mismatch(ContentId expected, ContentId found) {
        return new ContentException(
                Code.MISMATCH, "content ID mismatch: expected " + expected.hex() + ", got " + found.hex());
    }

    public Code code() {
        return code;
    }
}

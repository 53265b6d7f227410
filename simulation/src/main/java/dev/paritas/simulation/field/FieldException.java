package dev.paritas.simulation.field;

/** A field layer cannot start, step or exchange: a stable code and the reference's sentence. */
public final class FieldException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Code {
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

    private final Code code;

    public FieldException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public Code code() {
        return code;
    }

    /** {@return the sentence} */
    public String text() {
        return String.valueOf(getMessage());
    }
}

package dev.paritas.choreography.source;

/** A parsed choreography has no global type. */
public final class LoweringException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient LoweringError error;

    LoweringException(LoweringError error) {
        super(error.message());
        this.error = error;
    }

    public LoweringError error() {
        return error;
    }
}

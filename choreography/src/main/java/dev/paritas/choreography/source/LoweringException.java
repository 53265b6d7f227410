package dev.paritas.choreography.source;

/** A choreography has no global type, or what it projects to no local type. */
public final class LoweringException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient LoweringError error;

    public LoweringException(LoweringError error) {
        super(error.message());
        this.error = error;
    }

    public LoweringError error() {
        return error;
    }
}

package dev.paritas.choreography.source.projection;

/** A choreography has no extended local type for a role. */
public final class SourceProjectionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SourceProjectionError error;

    SourceProjectionException(SourceProjectionError error) {
        super(null, null, false, false);
        this.error = error;
    }

    public SourceProjectionError error() {
        return error;
    }

    @Override
    public String getMessage() {
        return error.message();
    }
}

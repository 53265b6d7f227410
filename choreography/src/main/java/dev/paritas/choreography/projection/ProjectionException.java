package dev.paritas.choreography.projection;

/** A global type has no canonical projection on a role. */
public final class ProjectionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProjectionError error;

    ProjectionException(ProjectionError error) {
        super(null, null, false, false);
        this.error = error;
    }

    public ProjectionError error() {
        return error;
    }

    @Override
    public String getMessage() {
        return error.message();
    }
}

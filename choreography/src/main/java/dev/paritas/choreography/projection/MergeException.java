package dev.paritas.choreography.projection;

/** Two local types have no merge. Its text is rendered when asked for, since most are replaced on the way up. */
public final class MergeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient MergeError error;

    MergeException(MergeError error) {
        super(null, null, false, false);
        this.error = error;
    }

    public MergeError error() {
        return error;
    }

    @Override
    public String getMessage() {
        return error.message();
    }
}

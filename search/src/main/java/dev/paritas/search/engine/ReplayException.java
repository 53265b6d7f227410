package dev.paritas.search.engine;

/** A replay was refused. */
public final class ReplayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ReplayErrorCode code;

    ReplayException(ReplayErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    public ReplayErrorCode code() {
        return code;
    }
}

package dev.paritas.semanticobjects.run;

/** A run is broken off, because its records pass a limit; nothing of it is kept. */
public final class RunLimitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RunLimit limit;

    RunLimitException(RunLimit limit, String message) {
        super(message);
        this.limit = limit;
    }

    public RunLimit limit() {
        return limit;
    }
}

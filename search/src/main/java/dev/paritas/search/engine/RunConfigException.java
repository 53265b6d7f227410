package dev.paritas.search.engine;

/** A run was refused before its first step; {@link #error} says why. */
public final class RunConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RunConfigError error;

    RunConfigException(RunConfigError error) {
        super("the run configuration is refused: " + error);
        this.error = error;
    }

    public RunConfigError error() {
        return error;
    }
}

package dev.paritas.bridge.golden;

import org.jspecify.annotations.Nullable;

/** An equivalence check could not be made; {@link #error} says why. */
public final class EquivalenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient EquivalenceError error;

    public EquivalenceException(EquivalenceError error) {
        this(error, null);
    }

    public EquivalenceException(EquivalenceError error, @Nullable Throwable cause) {
        super(error.message(), cause);
        this.error = error;
    }

    private EquivalenceException(String message, EquivalenceException cause) {
        super(message, cause);
        this.error = cause.error;
    }

    /** {@return the same failure, saying in which case it was met} */
    EquivalenceException in(String name) {
        return new EquivalenceException("case " + name + ": " + getMessage(), this);
    }

    public EquivalenceError error() {
        return error;
    }
}

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

    public EquivalenceError error() {
        return error;
    }
}

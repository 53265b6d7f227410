package dev.paritas.admission.runtime;

/** A {@link CompositionError} on its way to the caller; the message is its display text. */
public final class CompositionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient CompositionError error;

    public CompositionException(CompositionError error) {
        super(error.displayText());
        this.error = error;
    }

    public CompositionError error() {
        return error;
    }
}

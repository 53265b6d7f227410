package dev.paritas.bridge.golden;

/** A cross-validation could not be made; {@link #error} says why. */
public final class ValidateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ValidateError error;

    ValidateException(ValidateError error, Throwable cause) {
        super(error.message(), cause);
        this.error = error;
    }

    public ValidateError error() {
        return error;
    }
}

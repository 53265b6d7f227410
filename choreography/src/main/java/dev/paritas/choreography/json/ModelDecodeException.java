package dev.paritas.choreography.json;

/** A document is not a type for the formal model's reader; the text is the model's own. */
public final class ModelDecodeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ModelDecodeException(String message) {
        super(message);
    }

    /** {@return the model's message} */
    public String text() {
        return String.valueOf(getMessage());
    }
}

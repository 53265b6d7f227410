package dev.paritas.model.machine;

/** A member is missing or has another type; the message is the reference reader's text. */
final class ModelReadException extends Exception {
    private static final long serialVersionUID = 1L;

    ModelReadException(String message) {
        super(message);
    }
}

package dev.paritas.model.validator;

/** A word of a payload is none of its enumeration; the message is the answer's. */
final class UnknownWordException extends Exception {
    private static final long serialVersionUID = 1L;

    UnknownWordException(String message) {
        super(message);
    }
}

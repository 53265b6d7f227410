package dev.paritas.app.executable;

/** Text that the formal model's JSON reader refuses; the message is {@code offset N: reason}, N in UTF-8 bytes. */
final class ModelJsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ModelJsonException(int offset, String reason) {
        super("offset " + offset + ": " + reason);
    }
}

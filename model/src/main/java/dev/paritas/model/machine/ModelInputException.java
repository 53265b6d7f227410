package dev.paritas.model.machine;

/** Dialect L refuses a request as a whole; the message is the exact text of the reference process (spec 22 §3-4). */
public final class ModelInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ModelInputCode code;

    public ModelInputException(ModelInputCode code, String message) {
        super(message);
        this.code = code;
    }

    public ModelInputCode code() {
        return code;
    }
}

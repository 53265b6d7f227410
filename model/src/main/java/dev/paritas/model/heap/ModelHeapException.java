package dev.paritas.model.heap;

/** The model refuses a corpus; the message is the detail behind {@code invalid heap parity fixture:} (spec 40 §13.2). */
public final class ModelHeapException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ModelHeapException(String detail) {
        super(detail);
    }
}

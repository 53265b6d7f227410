package dev.paritas.heap.state;

/** A heap operation failed and changed nothing; {@link #error} says how. */
public final class HeapException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient HeapError error;

    public HeapException(HeapError error) {
        super(error.message());
        this.error = error;
    }

    public HeapError error() {
        return error;
    }
}

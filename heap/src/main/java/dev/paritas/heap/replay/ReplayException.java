package dev.paritas.heap.replay;

import dev.paritas.heap.state.HeapError;

/** The heap refused an operation of a log, so the log is no corpus. */
public final class ReplayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int index;
    private final transient HeapError error;

    public ReplayException(int index, HeapError error) {
        super("operation " + index + ": " + error.message());
        this.index = index;
        this.error = error;
    }

    /** {@return the position of the operation in its log} */
    public int index() {
        return index;
    }

    public HeapError error() {
        return error;
    }
}

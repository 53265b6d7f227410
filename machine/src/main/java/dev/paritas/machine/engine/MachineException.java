package dev.paritas.machine.engine;

/** A {@link MachineError} on its way to the caller; the message is its display text. */
public final class MachineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient MachineError error;

    public MachineException(MachineError error) {
        super(error.displayText());
        this.error = error;
    }

    public MachineError error() {
        return error;
    }
}

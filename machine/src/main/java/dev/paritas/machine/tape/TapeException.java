package dev.paritas.machine.tape;

/** A tape cannot be recorded or written: why, as a stable code and a plain sentence. */
public final class TapeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final TapeErrorCode code;

    public TapeException(TapeErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    public TapeErrorCode code() {
        return code;
    }
}

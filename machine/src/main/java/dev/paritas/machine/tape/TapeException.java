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

    /** Stable codes of what a tape cannot hold. */
    public enum TapeErrorCode {
        /** A recorder was asked for more effects than its tape may have. */
        TAPE_FULL,
        /** The tape's document has more bytes than a reader accepts. */
        TAPE_TOO_LARGE
    }
}

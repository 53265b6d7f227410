package dev.paritas.machine.tape;

/** Stable codes of what a tape cannot hold. */
public enum TapeErrorCode {
    /** A recorder was asked for more effects than its tape may have. */
    TAPE_FULL,
    /** The tape's document has more bytes than a reader accepts. */
    TAPE_TOO_LARGE
}

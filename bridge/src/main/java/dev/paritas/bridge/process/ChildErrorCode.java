package dev.paritas.bridge.process;

/** Stable codes of everything that can go wrong with a child process; scripts key on the name. */
public enum ChildErrorCode {
    /** The executable does not exist. */
    CHILD_NOT_FOUND,
    /** The executable exists but the system would not start it. */
    CHILD_START_FAILED,
    /** The deadline passed; the whole process tree was ended. */
    CHILD_TIMEOUT,
    /** The child ended with a failure, or ended while an answer was due. */
    CHILD_EXIT,
    /** The child wrote more than the limit to one of its streams, or a longer line. */
    CHILD_OUTPUT_TOO_LARGE,
    /** The child's output is not what its protocol promises. */
    CHILD_BAD_OUTPUT,
    /** The child could not take a request, and goes on; it did not judge what it was asked. */
    CHILD_BAD_REQUEST,
    /** The opening line of a session is not the expected handshake. */
    CHILD_BAD_HANDSHAKE,
    /** The child stopped reading before it had the whole input, and reported no failure. */
    CHILD_STDIN_CLOSED,
    /** The child ended, but a process that escaped its tree still holds one of its output pipes. */
    CHILD_PIPE_HELD,
    /** The session has used up its restarts. */
    CHILD_RESTARTS_EXHAUSTED,
    /** The waiting thread was interrupted; the process tree was ended. */
    CHILD_INTERRUPTED,
    /** The owner or the session is closed. */
    CHILD_CLOSED
}

package dev.paritas.bridge.process;

import org.jspecify.annotations.Nullable;

/** A child process failed: a stable code, a plain sentence, and the end of what it wrote to stderr. */
public final class ChildException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ChildErrorCode code;
    private final String stderrTail;

    public ChildException(ChildErrorCode code, String message, String stderrTail) {
        this(code, message, stderrTail, null);
    }

    public ChildException(ChildErrorCode code, String message, String stderrTail, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.stderrTail = stderrTail;
    }

    public ChildErrorCode code() {
        return code;
    }

    /** {@return the last few KiB of stderr, empty when nothing was written} */
    public String stderrTail() {
        return stderrTail;
    }
}

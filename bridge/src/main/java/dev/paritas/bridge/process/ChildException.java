package dev.paritas.bridge.process;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A child process failed: a stable code, a plain sentence, and the end of what it wrote to stderr. */
public final class ChildException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ChildErrorCode code;
    private final String stderrTail;
    private final @Nullable Integer exitCode;

    public ChildException(ChildErrorCode code, String message, String stderrTail) {
        this(code, message, stderrTail, null, null);
    }

    public ChildException(ChildErrorCode code, String message, String stderrTail, @Nullable Throwable cause) {
        this(code, message, stderrTail, null, cause);
    }

    private ChildException(
            ChildErrorCode code,
            String message,
            String stderrTail,
            @Nullable Integer exitCode,
            @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.stderrTail = stderrTail;
        this.exitCode = exitCode;
    }

    /** {@return a {@code CHILD_EXIT} of a child that is gone} */
    public static ChildException exit(int exitCode, String message, String stderrTail) {
        return new ChildException(ChildErrorCode.CHILD_EXIT, message, stderrTail, exitCode, null);
    }

    public ChildErrorCode code() {
        return code;
    }

    /** {@return the last few KiB of stderr, empty when nothing was written} */
    public String stderrTail() {
        return stderrTail;
    }

    /** {@return the last lines of stderr} */
    public List<String> stderrLines() {
        return Tail.lines(stderrTail);
    }

    /** {@return the exit code of a {@code CHILD_EXIT}, 128 and the signal's number after a signal; else empty} */
    public OptionalInt exitCode() {
        return exitCode == null ? OptionalInt.empty() : OptionalInt.of(exitCode);
    }

    /** {@return the same failure, to be thrown once more} */
    public ChildException again() {
        return new ChildException(code, String.valueOf(getMessage()), stderrTail, exitCode, this);
    }

    /** {@return the same failure with another sentence} */
    public ChildException saying(String message) {
        return new ChildException(code, message, stderrTail, exitCode, this);
    }

    /** {@return the same failure of a child that wrote {@code stderr}} */
    public ChildException withStderr(String stderr) {
        return stderrTail.isEmpty() && !stderr.isEmpty()
                ? new ChildException(code, String.valueOf(getMessage()), stderr, exitCode, this)
                : this;
    }
}

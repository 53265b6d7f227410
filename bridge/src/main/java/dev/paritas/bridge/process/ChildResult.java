package dev.paritas.bridge.process;

import java.nio.charset.StandardCharsets;

/**
 * A child that ended by itself. The arrays are shared, not copied: outputs are large, and each result has one reader.
 *
 * @param exitCode 0..255; 128 and the number of the signal when one ended it, which is how shells report it and all
 *     that the JDK tells
 * @param stdout all bytes written to stdout
 * @param stderr all bytes written to stderr
 * @param inputTaken false when the child was seen to close stdin before it had the whole input; what still fits into
 *     the pipe counts as taken
 */
public record ChildResult(int exitCode, byte[] stdout, byte[] stderr, boolean inputTaken) {
    public String stdoutText() {
        return new String(stdout, StandardCharsets.UTF_8);
    }

    public String stderrText() {
        return new String(stderr, StandardCharsets.UTF_8);
    }

    /** @throws ChildException {@code CHILD_EXIT} unless the exit code is 0 */
    public ChildResult requireSuccess() {
        if (exitCode != 0) {
            throw ChildException.exit(exitCode, "child ended with exit code " + exitCode, Tail.of(stderr));
        }
        return this;
    }

    /** @throws ChildException {@code CHILD_STDIN_CLOSED} unless the child took its whole input */
    public ChildResult requireInputTaken() {
        if (!inputTaken) {
            throw new ChildException(
                    ChildErrorCode.CHILD_STDIN_CLOSED,
                    "child closed stdin before it had read its input",
                    Tail.of(stderr));
        }
        return this;
    }
}

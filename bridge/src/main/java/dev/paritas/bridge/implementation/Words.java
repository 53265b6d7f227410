package dev.paritas.bridge.implementation;

/**
 * What a failure of a peer is called, word for word as the specification's tables have it (spec 12 §3.4, 22 §14.2,
 * 40 §14.2).
 *
 * @param missing before the path of a file that is not there
 * @param unusable before the system's words; what they say of files is historical
 * @param name before an exit code
 * @param unreadable before what is wrong with an answer
 * @param otherVersion before what is wrong with an answer of another schema version
 * @param silent before a timeout, {@code %s} being the operation
 * @param required what has to be done where the peer is needed and has not been built
 */
record Words(
        String missing,
        String unusable,
        String name,
        String unreadable,
        String otherVersion,
        String silent,
        String required) {
    /** What is wrong with a log of the validator (spec 12 §3.3). */
    static final String NO_LOG = "Lean validator completed but did not emit a JSON log";

    static final String EMPTY_LOG = "Lean validator emitted an empty JSON log";

    static final Words VALIDATOR = words(
            "Lean binary not found at ",
            "Failed to create temp file: ",
            "Lean process",
            "Failed to parse Lean output: ",
            "Lean process '%s'",
            """
            ┌──────────────────────────────────────────────────────────────┐
            │ The Lean validator is not available.                         │
            │ Build it:  cd lean && lake build telltale_validator          │
            │ Expected:  lean/.lake/build/bin/telltale_validator           │
            └──────────────────────────────────────────────────────────────┘""");

    /** Of the machine validator and the field mirror, too: the reference has one client for these programs. */
    static final Words MACHINE = words(
            "protocol-machine runner binary not found at ",
            "Failed to create temp file: ",
            "protocol-machine runner",
            "Failed to parse protocol-machine runner output: ",
            "protocol-machine runner operation '%s'",
            "The protocol-machine runner is required but unavailable.");

    static final Words HEAP = words(
            "Lean heap parity runner binary not found at ",
            "IO error: ",
            "Lean heap parity runner",
            "Failed to parse Lean heap parity output: ",
            "Lean heap parity runner '%s'",
            "Lean heap parity runner required but unavailable. Run `cd lean && lake build heap_parity_runner`.");

    /** {@return the words for a runner that is called by its own name} */
    static Words of(String runner) {
        return new Words(
                runner + " not found at ",
                runner + " could not be used: ",
                runner,
                "failed to parse the output of " + runner + ": ",
                runner + " speaks another version: ",
                runner,
                runner + " is required but unavailable.");
    }

    private static Words words(
            String missing, String unusable, String name, String unreadable, String silent, String required) {
        return new Words(missing, unusable, name, unreadable, unreadable, silent, required);
    }

    /** {@return the sentence for {@code failure}} */
    String text(Failure failure) {
        return switch (failure) {
            case Failure.NotFound notFound -> missing + notFound.path();
            case Failure.Refused refused -> ended(1, refused.stderr());
            case Failure.Ended ended -> ended(ended.exitCode(), ended.stderr());
            case Failure.Unusable problem -> unusable + problem.text();
            case Failure.Unreadable problem -> unreadable + problem.text();
            case Failure.OtherVersion problem -> otherVersion + problem.text();
            case Failure.Untaken untaken -> unreadable + untaken.sentence();
            case Failure.Silent late ->
                silent.formatted(late.operation()) + " timed out after " + Long.toUnsignedString(late.millis()) + "ms";
        };
    }

    private String ended(int exitCode, String stderr) {
        return name + " failed with exit code " + exitCode + ": " + stderr;
    }
}

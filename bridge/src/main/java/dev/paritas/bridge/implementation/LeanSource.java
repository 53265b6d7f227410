package dev.paritas.bridge.implementation;

/** The ways to a Lean runner, in the order in which they are tried. */
public enum LeanSource {
    /** The directory that {@value LeanToolchain#SETTING} names. */
    SETTING("setting"),
    /** {@code lean/.lake/build/bin/NAME}, built by a native Lean before. */
    NATIVE_RUNNER("native-runner"),
    /** {@code lake} and {@code lean} of the {@code PATH}, which build the runner first. */
    NATIVE_LEAN("native-lean"),
    /** {@code lean/.build/bin/NAME}, built by the Lean of the npm package. */
    NPM("npm");

    private final String word;

    LeanSource(String word) {
        this.word = word;
    }

    /** {@return the word in reports} */
    public String word() {
        return word;
    }
}

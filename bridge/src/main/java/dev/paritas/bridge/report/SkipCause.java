package dev.paritas.bridge.report;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.WordCodec;

/** Why checks are left out, as far as one remedy helps all of them. */
public enum SkipCause {
    LEAN("there is no Lean model here; run just lean-setup lean-build"),
    LEAN_PROJECT("no runner that the reference's own Lean project builds is here"),
    REFERENCE("the reference's own files are not here; run just reference CHECKOUT, or name them in PARITAS_REFERENCE"),
    CORPUS("the corpus, or a file of it, is not here"),
    FIXTURES("fixtures are not here"),
    EXECUTABLE("our executables are not here; run just dist"),
    SOURCES("this release reads no Lean sources"),
    EARLIER_FAILURE("an earlier lane failed"),
    FAILED_ENOUGH("as many checks failed or broke as the run was to bear (--fail-fast, --max-fail)");

    public static final Codec<SkipCause> CODEC = WordCodec.snakeCase(SkipCause.class);

    private final String text;

    SkipCause(String text) {
        this.text = text;
    }

    /** {@return a sentence without a period} */
    public String text() {
        return text;
    }
}

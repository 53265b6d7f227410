package dev.paritas.bridge.implementation;

import static dev.paritas.semanticobjects.json.Field.defaulted;
import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/**
 * What answers, whatever it is called: two sides with the same implementation are not independent of each other
 * (docs/serve.md).
 *
 * @param kind {@link #JAVA_MACHINE}, {@link #JAVA_MODEL}, {@link #LEAN_MODEL}, {@link #EXECUTABLE}, {@link #RECORDED}, or a
 *     word of a runner's own
 * @param digest names the build, as lower-case hexadecimal digits; empty when the runner does not say
 */
public record ImplementationId(String kind, String digest) {
    /** Our machine, written from the reference. */
    public static final String JAVA_MACHINE = "java-machine";

    /** The formal model, written in Java. */
    public static final String JAVA_MODEL = "java-model";

    /** The formal model, executed by Lean. */
    public static final String LEAN_MODEL = "lean-model";

    /** An executable that says nothing about itself; the digest is the SHA-256 of its file. */
    public static final String EXECUTABLE = "executable";

    /** An answer that was given earlier; the digest is the SHA-256 of its file. */
    public static final String RECORDED = "recorded";

    public static final Codec<ImplementationId> CODEC = ObjectCodec.of(
            "Implementation",
            field("kind", Codec.STRING, ImplementationId::kind),
            defaulted("digest", Codec.STRING, ImplementationId::digest, ""),
            ImplementationId::new);

    /** {@return a part of this program: the same build, whether it runs in this process or in one of our executables} */
    public static ImplementationId ofThisBuild(String kind) {
        return new ImplementationId(kind, OwnBuild.digest());
    }

    /** {@return whether this is the model, executed by Lean} */
    public boolean isLeanModel() {
        return kind.equals(LEAN_MODEL);
    }

    /** {@return whether nobody answers any more} */
    public boolean isRecorded() {
        return kind.equals(RECORDED);
    }

    /** {@return whether it does not say who it is} */
    public boolean isUnknown() {
        return kind.equals(EXECUTABLE);
    }

    /**
     * {@return whether agreement with {@code other} is agreement of two implementations} Builds of one kind share their
     * source, so only executables that say nothing of themselves are told apart by their digests.
     */
    public boolean isIndependentOf(ImplementationId other) {
        return kind.equals(EXECUTABLE) ? !equals(other) : !kind.equals(other.kind);
    }

    /** {@return the id in reports: the kind, and the digest when there is one} */
    public String id() {
        return digest.isEmpty() ? kind : kind + " " + digest;
    }
}

package dev.paritas.semanticobjects.run;

import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.Arrays;
import java.util.Locale;

/** What a run may take, in bytes of the text of its records; what is beyond is refused before it is made. */
public enum RunLimit {
    /** All records of a run together. */
    ANSWER_TEXT(256L << 20, "the records of the run take", "; ask for fewer steps"),
    /** The type that a step leaves to a role. */
    TYPE_TEXT(16L << 20, "the text of the type that a step leaves takes", "");

    private final long bytes;
    private final String what;
    private final String advice;

    RunLimit(long bytes, String what, String advice) {
        this.bytes = bytes;
        this.what = what;
        this.advice = advice;
    }

    public long bytes() {
        return bytes;
    }

    /** {@return whether {@code text} is that of a run which passed one of these limits, in whatever process} */
    public static boolean isNamedIn(String text) {
        return Arrays.stream(values()).anyMatch(limit -> text.contains(limit.mark()));
    }

    private String mark() {
        return "(limit " + name().toLowerCase(Locale.ROOT) + ")";
    }

    /** @throws ProblemException ({@link RunLimitProblem}) when {@code wanted} bytes are more than the limit */
    public void check(long wanted) {
        if (wanted > bytes) {
            throw new ProblemException(
                    new RunLimitProblem(this, what + " more than " + bytes + " bytes " + mark() + advice));
        }
    }
}

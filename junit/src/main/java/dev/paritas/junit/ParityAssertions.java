package dev.paritas.junit;

import dev.paritas.bridge.Implementation;

/**
 * Where assertions begin. They read as AssertJ's do, beside which they can be imported, and need JUnit only.
 *
 * <pre>{@code
 * assertThat(recorder).conformsTo(protocol);
 * assertThat(mine).agreesWith(Implementation.machine()).on(protocol);
 * }</pre>
 */
public final class ParityAssertions {
    private ParityAssertions() {}

    /** {@return assertions about what was recorded so far} */
    public static RecorderAssert assertThat(Recorder actual) {
        return new RecorderAssert(actual);
    }

    /** {@return assertions about {@code actual}, which stays open} */
    public static ImplementationAssert assertThat(Implementation actual) {
        return new ImplementationAssert(actual);
    }
}

package dev.paritas.junit;

import dev.paritas.bridge.Choreography;
import org.opentest4j.AssertionFailedError;

/** Holds a recording to a protocol. A recording of nothing never conforms. */
public final class RecorderAssert {
    private final Recorder actual;

    RecorderAssert(Recorder actual) {
        this.actual = actual;
    }

    /**
     * Every session follows {@code protocol} to its end, and no message is under way.
     *
     * @throws AssertionError with what happened, what was allowed, what came before and the next step
     * @throws dev.paritas.bridge.InputException when the protocol is not well-formed, or a role has no projection
     */
    public RecorderAssert conformsTo(Choreography protocol) {
        Findings findings = Findings.of(actual, protocol);
        if (!findings.conform()) {
            throw new AssertionFailedError(FailureText.complete(findings));
        }
        return this;
    }

    /**
     * Every event is allowed by {@code protocol}; sessions may be unfinished.
     *
     * @throws AssertionError with what happened, what was allowed, what came before and the next step
     * @throws dev.paritas.bridge.InputException when the protocol is not well-formed, or a role has no projection
     */
    public RecorderAssert conformsSoFarTo(Choreography protocol) {
        Findings findings = Findings.of(actual, protocol);
        if (!findings.conformSoFar()) {
            throw new AssertionFailedError(FailureText.soFar(findings));
        }
        return this;
    }
}

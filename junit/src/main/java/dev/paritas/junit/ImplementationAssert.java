package dev.paritas.junit;

import dev.paritas.bridge.Implementation;

/** Holds an implementation to another one. */
public final class ImplementationAssert {
    private final Implementation actual;

    ImplementationAssert(Implementation actual) {
        this.actual = actual;
    }

    /** {@return the claim that both mean the same by the protocols that are named next; {@code other} stays open} */
    public AgreementAssert agreesWith(Implementation other) {
        return new AgreementAssert(actual, other, parity -> parity);
    }
}

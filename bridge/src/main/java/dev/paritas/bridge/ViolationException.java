package dev.paritas.bridge;

/** A session did what its protocol does not allow, and an enforcing {@link ProtocolMonitor} watched it. */
public final class ViolationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Violation violation;

    ViolationException(Violation violation) {
        super(violation.toString());
        this.violation = violation;
    }

    /** {@return what happened, and what was allowed} */
    public Violation violation() {
        return violation;
    }
}

package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.effect.EffectFailure;

/** A semantic object that a canonical path needs and the bundle lacks (spec 30 §12 a-b). */
public final class SemanticQueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Stable names of the refusals. */
    public enum Code {
        /** The read is an observation, not evidence. */
        ONLY_OBSERVED,
        /** No read has that id. */
        UNKNOWN_READ,
        /** No canonical handle has that id. */
        MISSING_HANDLE
    }

    private final Code code;

    private SemanticQueryException(Code code, String message) {
        super(message);
        this.code = code;
    }

    static SemanticQueryException onlyObserved(String readId) {
        return new SemanticQueryException(
                Code.ONLY_OBSERVED,
                "observed read `" + readId + "` may not be consumed on a canonical semantic path; "
                        + "materialize it through authoritative evidence first");
    }

    static SemanticQueryException unknownRead(String readId) {
        return new SemanticQueryException(Code.UNKNOWN_READ, "semantic read `" + readId + "` is unknown");
    }

    static SemanticQueryException missingHandle(String handleId) {
        return new SemanticQueryException(
                Code.MISSING_HANDLE, "canonical handle `" + handleId + "` is required on this parity-critical path");
    }

    public Code code() {
        return code;
    }

    /** {@return the failure as the machine reports it, of kind contract_violation} */
    public EffectFailure failure() {
        return EffectFailure.contractViolation(String.valueOf(getMessage()));
    }
}

package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.json.WordCodec;
import dev.paritas.semanticobjects.object.OutstandingEffect.OutstandingEffectStatus;

/** A host call that the live effect records do not admit (spec 30 §7.5). The message is the reference's text. */
public final class HostContractException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Stable names of the violations. */
    public enum Code {
        /** Completion of an effect without a record. */
        COMPLETION_WITHOUT_RECORD,
        /** Completion of an effect that already ended. */
        LATE_RESULT,
        /** Override of an effect without a record. */
        OVERRIDE_WITHOUT_RECORD,
        /** A waiting effect whose progress contract is gone. */
        CONTRACT_MISSING
    }

    private final Code code;

    private HostContractException(Code code, String message) {
        super("[host-contract] " + message);
        this.code = code;
    }

    static HostContractException completionWithoutRecord(long effectId) {
        return new HostContractException(
                Code.COMPLETION_WITHOUT_RECORD,
                "completion for effect " + Long.toUnsignedString(effectId)
                        + " requires a live outstanding-effect record");
    }

    static HostContractException lateResult(long effectId, OutstandingEffectStatus status) {
        return new HostContractException(
                Code.LATE_RESULT,
                "late result for effect " + Long.toUnsignedString(effectId) + " rejected after "
                        + WordCodec.camel(status.name()));
    }

    static HostContractException overrideWithoutRecord(long effectId) {
        return new HostContractException(
                Code.OVERRIDE_WITHOUT_RECORD,
                "override for effect " + Long.toUnsignedString(effectId)
                        + " requires a live outstanding-effect record");
    }

    static HostContractException contractMissing(long effectId) {
        return new HostContractException(
                Code.CONTRACT_MISSING,
                "outstanding effect " + Long.toUnsignedString(effectId) + " requires a live progress contract");
    }

    public Code code() {
        return code;
    }

    /** {@return the failure as handlers report it, of kind contract_violation} */
    public EffectFailure failure() {
        return EffectFailure.contractViolation(String.valueOf(getMessage()));
    }
}

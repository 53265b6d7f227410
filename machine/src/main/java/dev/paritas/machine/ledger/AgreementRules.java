package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.object.AgreementContract;
import dev.paritas.semanticobjects.object.AgreementEvidence;
import dev.paritas.semanticobjects.object.AgreementLevel;
import dev.paritas.semanticobjects.object.AgreementState;
import dev.paritas.semanticobjects.object.AgreementState.FinalizationOutcome;
import dev.paritas.semanticobjects.object.OperationInstance;
import dev.paritas.semanticobjects.object.OperationInstance.OperationPhase;
import dev.paritas.semanticobjects.object.PrestateBinding;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Predicates between one operation and the rows of its agreement (spec 30 §12 e-f). */
final class AgreementRules {
    private AgreementRules() {}

    /** {@code contract tracks operation  ==  same id, session and owner} */
    public static boolean tracks(AgreementContract contract, OperationInstance operation) {
        return contract.operationId().equals(operation.operationId())
                && Objects.equals(contract.session(), operation.session())
                && Objects.equals(contract.ownerId(), operation.ownerId());
    }

    /** {@code state tracks contract  ==  same operation, session, owner and contract name} */
    public static boolean tracks(AgreementState state, AgreementContract contract) {
        return state.operationId().equals(contract.operationId())
                && Objects.equals(state.session(), contract.session())
                && Objects.equals(state.ownerId(), contract.ownerId())
                && state.contractName().equals(contract.contractName());
    }

    /** {@return whether the state tracks the contract, is usable and visible, and has not ended badly} */
    public static boolean isProvisionallyUsable(AgreementState state, AgreementContract contract) {
        return tracks(state, contract)
                && state.level().compareTo(contract.usableAt()) >= 0
                && isVisible(state, contract)
                && (state.finalization() == null || state.finalization() == FinalizationOutcome.FINALIZED);
    }

    private static boolean isVisible(AgreementState state, AgreementContract contract) {
        return switch (contract.visibility()) {
            case IMMEDIATE -> true;
            case PENDING -> state.level().compareTo(AgreementLevel.PROVISIONAL) >= 0;
            case BLOCKED_UNTIL_FINALIZED -> state.level() == AgreementLevel.FINALIZED;
        };
    }

    /** {@return whether the evidence is authoritative, of the required kind and about the contract's operation} */
    public static boolean satisfies(AgreementEvidence evidence, AgreementContract contract) {
        return evidence.operationId().equals(contract.operationId())
                && Objects.equals(evidence.session(), contract.session())
                && Objects.equals(evidence.ownerId(), contract.ownerId())
                && evidence.kind() == contract.requiredEvidenceKind()
                && evidence.authoritative();
    }

    static boolean finalizes(AgreementEvidence evidence, AgreementContract contract) {
        return satisfies(evidence, contract) && evidence.level().compareTo(contract.finalizedAt()) >= 0;
    }

    static boolean isFinalizedUnder(AgreementState state, AgreementContract contract) {
        return tracks(state, contract)
                && state.level() == contract.finalizedAt()
                && state.finalization() == FinalizationOutcome.FINALIZED;
    }

    static boolean binds(PrestateBinding binding, AgreementContract contract) {
        return binding.operationId().equals(contract.operationId())
                && Objects.equals(binding.session(), contract.session());
    }

    /** {@return whether the four rows together admit finalization} */
    public static boolean isFinalizationAdmissible(
            AgreementContract contract, PrestateBinding binding, AgreementEvidence evidence, AgreementState state) {
        return isFinalizedUnder(state, contract) && binds(binding, contract) && finalizes(evidence, contract);
    }

    /** {@return whether phase and finalization tell the same end of the operation} */
    public static boolean isCommitmentAligned(OperationInstance operation, AgreementState state) {
        return state.operationId().equals(operation.operationId())
                && Objects.equals(state.session(), operation.session())
                && (operation.phase() != OperationPhase.SUCCEEDED
                        || state.finalization() == FinalizationOutcome.FINALIZED)
                && allows(state.finalization(), operation.phase());
    }

    private static boolean allows(@Nullable FinalizationOutcome finalization, OperationPhase phase) {
        return switch (finalization) {
            case null -> true;
            case FINALIZED -> phase == OperationPhase.SUCCEEDED || phase == OperationPhase.HANDED_OFF;
            case ABORTED ->
                phase == OperationPhase.FAILED
                        || phase == OperationPhase.CANCELLED
                        || phase == OperationPhase.TIMED_OUT;
            case REJECTED, TIMED_OUT -> true;
        };
    }
}

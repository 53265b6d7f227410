package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.object.OperationInstance;
import dev.paritas.semanticobjects.object.OperationInstance.OperationPhase;
import dev.paritas.semanticobjects.object.OutstandingEffect.OutstandingEffectStatus;
import dev.paritas.semanticobjects.object.ProgressContract;
import dev.paritas.semanticobjects.object.ProgressContract.ProgressState;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pure rules of progress contracts (spec 30 §7.1, §9). */
final class ContractAlgebra {
    private ContractAlgebra() {}

    /** {@return steps left before a waiting contract ends; 0 for every terminal state} */
    public static int measure(ProgressState state) {
        return switch (state) {
            case PENDING -> 4;
            case BLOCKED -> 3;
            case NO_PROGRESS -> 2;
            case DEGRADED -> 1;
            case SUCCEEDED, FAILED, CANCELLED, TIMED_OUT, HANDED_OFF -> 0;
        };
    }

    public static boolean isTerminal(ProgressState state) {
        return measure(state) == 0;
    }

    /** {@return whether entering {@code state} stamps {@code escalated_at_tick} (spec 30 §8.1)} */
    static boolean isEscalation(ProgressState state) {
        return switch (state) {
            case BLOCKED, NO_PROGRESS, DEGRADED, TIMED_OUT -> true;
            case PENDING, SUCCEEDED, FAILED, CANCELLED, HANDED_OFF -> false;
        };
    }

    /** {@return the next state of a contract whose window has passed (spec 30 §8.2); terminal states stay} */
    static ProgressState escalated(ProgressState state) {
        return switch (state) {
            case PENDING -> ProgressState.BLOCKED;
            case BLOCKED -> ProgressState.NO_PROGRESS;
            case NO_PROGRESS -> ProgressState.DEGRADED;
            case DEGRADED -> ProgressState.TIMED_OUT;
            case SUCCEEDED, FAILED, CANCELLED, TIMED_OUT, HANDED_OFF -> state;
        };
    }

    /** {@return the contract one escalation later, empty when it is terminal} */
    public static Optional<ProgressContract> syntheticStep(ProgressContract contract) {
        return switch (contract.state()) {
            case PENDING -> Optional.of(with(contract, ProgressState.BLOCKED, contract.escalatedAtTick()));
            case BLOCKED -> Optional.of(stamped(contract, ProgressState.NO_PROGRESS));
            case NO_PROGRESS -> Optional.of(stamped(contract, ProgressState.DEGRADED));
            case DEGRADED ->
                Optional.of(stamped(contract, contract.bounded() ? ProgressState.TIMED_OUT : ProgressState.FAILED));
            case SUCCEEDED, FAILED, CANCELLED, TIMED_OUT, HANDED_OFF -> Optional.empty();
        };
    }

    private static ProgressContract stamped(ProgressContract contract, ProgressState state) {
        Long escalated = contract.escalatedAtTick();
        return with(contract, state, escalated == null ? contract.lastProgressTick() : escalated);
    }

    private static ProgressContract with(ProgressContract contract, ProgressState state, @Nullable Long escalatedAt) {
        return new ProgressContract(
                contract.operationId(),
                contract.session(),
                state,
                contract.lastOrderingKey(),
                contract.bounded(),
                contract.budgetTicks(),
                contract.lastProgressTick(),
                escalatedAt,
                contract.reason());
    }

    /** {@return the phase an operation shows while its contract is in {@code state}} */
    public static OperationPhase expectedPhase(ProgressState state) {
        return switch (state) {
            case PENDING -> OperationPhase.PENDING;
            case BLOCKED, NO_PROGRESS, DEGRADED -> OperationPhase.BLOCKED;
            case SUCCEEDED -> OperationPhase.SUCCEEDED;
            case FAILED -> OperationPhase.FAILED;
            case CANCELLED -> OperationPhase.CANCELLED;
            case TIMED_OUT -> OperationPhase.TIMED_OUT;
            case HANDED_OFF -> OperationPhase.HANDED_OFF;
        };
    }

    /** {@return the contract state that carries the name of {@code phase}} */
    static ProgressState stateNamed(OperationPhase phase) {
        return switch (phase) {
            case PENDING -> ProgressState.PENDING;
            case BLOCKED -> ProgressState.BLOCKED;
            case SUCCEEDED -> ProgressState.SUCCEEDED;
            case FAILED -> ProgressState.FAILED;
            case CANCELLED -> ProgressState.CANCELLED;
            case TIMED_OUT -> ProgressState.TIMED_OUT;
            case HANDED_OFF -> ProgressState.HANDED_OFF;
        };
    }

    /** {@code contract tracks operation  ==  same id, same session, phase as the contract's state expects} */
    public static boolean tracks(ProgressContract contract, OperationInstance operation) {
        return contract.operationId().equals(operation.operationId())
                && Objects.equals(contract.session(), operation.session())
                && operation.phase() == expectedPhase(contract.state());
    }

    public static boolean keepsBudgetDiscipline(ProgressContract contract) {
        return !contract.bounded() || contract.budgetTicks() != null;
    }

    static OperationPhase phaseOf(OutstandingEffectStatus status) {
        return switch (status) {
            case PENDING -> OperationPhase.PENDING;
            case BLOCKED -> OperationPhase.BLOCKED;
            case SUCCEEDED -> OperationPhase.SUCCEEDED;
            case FAILED, INVALIDATED -> OperationPhase.FAILED;
            case CANCELLED -> OperationPhase.CANCELLED;
        };
    }

    /** {@return {@code effect.<status>}, or null while pending} */
    static @Nullable String publicationOf(OutstandingEffectStatus status) {
        return switch (status) {
            case PENDING -> null;
            case BLOCKED -> "effect.blocked";
            case SUCCEEDED -> "effect.succeeded";
            case FAILED -> "effect.failed";
            case CANCELLED -> "effect.cancelled";
            case INVALIDATED -> "effect.invalidated";
        };
    }

    static ProgressState stateOf(OutstandingEffectStatus status) {
        return switch (status) {
            case PENDING -> ProgressState.PENDING;
            case BLOCKED -> ProgressState.BLOCKED;
            case SUCCEEDED -> ProgressState.SUCCEEDED;
            case FAILED -> ProgressState.FAILED;
            case CANCELLED -> ProgressState.CANCELLED;
            case INVALIDATED -> ProgressState.TIMED_OUT;
        };
    }

    static boolean isLive(OutstandingEffectStatus status) {
        return status == OutstandingEffectStatus.PENDING || status == OutstandingEffectStatus.BLOCKED;
    }
}

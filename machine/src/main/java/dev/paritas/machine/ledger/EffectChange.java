package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.object.OperationInstance.OperationPhase;
import dev.paritas.semanticobjects.object.OutstandingEffect.OutstandingEffectStatus;
import org.jspecify.annotations.Nullable;

/** The mutable part of an effect, its operation and its own contract; made only for effects that change or wait. */
final class EffectChange {
    OutstandingEffectStatus status;
    long orderingKey;

    @Nullable
    Long completedAtTick;
    /** Null while the recorded outputs stand. */
    @Nullable
    JsonValue outputs;

    @Nullable
    String effectOwner;

    OperationPhase phase;

    @Nullable
    String publication;

    @Nullable
    String operationOwner;

    final ContractState contract;

    EffectChange(EffectRecord effect) {
        this.status = effect.recordedStatus();
        this.orderingKey = effect.recordedOrderingKey();
        this.completedAtTick = effect.recordedCompletion();
        this.effectOwner = effect.recordedOwner();
        this.phase = ContractAlgebra.phaseOf(status);
        this.publication = ContractAlgebra.publicationOf(status);
        this.operationOwner = effect.recordedOwner();
        this.contract = effect.recordedContract();
    }

    void settle(OutstandingEffectStatus newStatus, JsonValue newOutputs, long tick) {
        status = newStatus;
        outputs = newOutputs;
        completedAtTick = tick;
        orderingKey = tick;
    }
}

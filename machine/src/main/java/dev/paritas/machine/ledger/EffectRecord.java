package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.effect.EffectExchange;
import dev.paritas.semanticobjects.effect.EffectTraceEntry;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.object.OperationInstance;
import dev.paritas.semanticobjects.object.OperationInstance.OperationPhase;
import dev.paritas.semanticobjects.object.OutstandingEffect;
import dev.paritas.semanticobjects.object.OutstandingEffect.OutstandingEffectStatus;
import dev.paritas.semanticobjects.object.ProgressContract;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One raw effect that also stands for its operation and its contract. Almost every effect is final when it is recorded:
 * then all three are functions of the immutable fields, and {@link EffectChange} is never made. JSON payloads, string
 * ids and wire records are built on demand.
 */
abstract sealed class EffectRecord implements RecordedEffect, ContractRow
        permits ExchangeRecord, CommittedRecord, TopologyRecord, IssuedRecord {
    static final long BUDGET_TICKS = 1;
    static final String OWN_ID_PREFIX = "effect:";

    private final long effectId;
    private final long tick;
    private final String handlerIdentity;
    private final @Nullable String ownerId;
    private @Nullable EffectChange change;
    private boolean ownsContract;

    EffectRecord(long effectId, long tick, String handlerIdentity, @Nullable String ownerId) {
        this.effectId = effectId;
        this.tick = tick;
        this.handlerIdentity = handlerIdentity;
        this.ownerId = ownerId;
    }

    abstract @Nullable Long session();

    abstract String effectKind();

    abstract @Nullable String effectInterface();

    abstract @Nullable String effectOperation();

    abstract JsonValue inputs();

    abstract JsonValue recordedOutputs();

    abstract OutstandingEffectStatus recordedStatus();

    /** {@return the text a contract gets when the effect is recorded} */
    abstract @Nullable String recordedReason();

    /** {@return the operation id that came with the request, null when the effect has its own} */
    @Nullable
    String givenOperationId() {
        return null;
    }

    long recordedOrderingKey() {
        return tick;
    }

    @Nullable
    Long recordedCompletion() {
        return tick;
    }

    @Nullable
    String recordedOwner() {
        return ownerId;
    }

    ContractState recordedContract() {
        return new ContractState(tick, session(), ContractAlgebra.stateOf(recordedStatus()), recordedReason());
    }

    String handlerIdentity() {
        return handlerIdentity;
    }

    final String operationId() {
        String given = givenOperationId();
        return given == null ? OWN_ID_PREFIX + Long.toUnsignedString(effectId) : given;
    }

    final EffectChange change() {
        EffectChange existing = change;
        if (existing == null) {
            existing = new EffectChange(this);
            change = existing;
        }
        return existing;
    }

    final OutstandingEffectStatus status() {
        return change == null ? recordedStatus() : change.status;
    }

    final OperationPhase phase() {
        return change == null ? ContractAlgebra.phaseOf(recordedStatus()) : change.phase;
    }

    /** {@return whether the contract log holds this effect's own contract} */
    final boolean ownsContract() {
        return ownsContract;
    }

    final void ownContract(boolean owns) {
        ownsContract = owns;
    }

    @Override
    public final long effectId() {
        return effectId;
    }

    @Override
    public final long tick() {
        return tick;
    }

    @Override
    public final OutstandingEffect toOutstandingEffect() {
        EffectChange changed = change;
        return new OutstandingEffect(
                effectId,
                operationId(),
                session(),
                changed == null ? ownerId : changed.effectOwner,
                effectInterface(),
                effectOperation(),
                effectKind(),
                handlerIdentity,
                status(),
                changed == null ? recordedOrderingKey() : changed.orderingKey,
                BUDGET_TICKS,
                "forbid_late_results",
                OWN_ID_PREFIX + Long.toUnsignedString(effectId) + ":live",
                changed == null ? recordedCompletion() : changed.completedAtTick,
                inputs(),
                changed == null || changed.outputs == null ? recordedOutputs() : changed.outputs);
    }

    @Override
    public final OperationInstance toOperation() {
        return toOperation(List.of());
    }

    final OperationInstance toOperation(List<String> dependents) {
        EffectChange changed = change;
        String operation = effectOperation();
        return new OperationInstance(
                operationId(),
                session(),
                changed == null ? ownerId : changed.operationOwner,
                operation == null ? effectKind() : operation,
                phase(),
                handlerIdentity,
                List.of(effectId),
                dependents,
                changed == null ? ContractAlgebra.publicationOf(recordedStatus()) : changed.publication,
                BUDGET_TICKS,
                false);
    }

    @Override
    public final ProgressContract contractRecord() {
        return (change == null ? recordedContract() : change.contract).toRecord(operationId());
    }

    @Override
    public final Optional<ProgressContract> toContract() {
        return ownsContract ? Optional.of(contractRecord()) : Optional.empty();
    }

    @Override
    public Optional<EffectExchange> toExchange() {
        return Optional.empty();
    }

    @Override
    public Optional<EffectTraceEntry> toTraceEntry() {
        return Optional.empty();
    }
}

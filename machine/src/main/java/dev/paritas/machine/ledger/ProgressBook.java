package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.object.ProgressContract;
import dev.paritas.semanticobjects.object.ProgressContract.ProgressState;
import dev.paritas.semanticobjects.object.ProgressTransition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The contract log and the transition log (spec 30 §8.1). */
final class ProgressBook {
    private final EffectLog effects;
    private final @Nullable SemanticSink sink;
    private final BoundedLog<ContractRow> contracts;
    private final BoundedLog<ProgressTransition> transitions;
    private final Map<String, ContractState> named = new HashMap<>();
    /** Named contracts under an id of the form that effects own; only then a new effect may find its contract open. */
    private int ownFormNames;

    ProgressBook(Retention retention, EffectLog effects) {
        this.effects = effects;
        this.sink = retention instanceof Retention.Streaming(SemanticSink target) ? target : null;
        this.contracts = BoundedLog.keeping(retention);
        this.transitions = BoundedLog.keeping(retention);
    }

    /** Opens the contract of an effect that was just recorded, or joins it to the one its operation already has. */
    void open(EffectRecord effect) {
        if (effect.givenOperationId() == null && (ownFormNames == 0 || !named.containsKey(effect.operationId()))) {
            effect.ownContract(true);
            if (sink == null) {
                append(effect);
            }
        } else {
            set(
                    effect,
                    effect.tick(),
                    effect.session(),
                    ContractAlgebra.stateOf(effect.recordedStatus()),
                    effect.recordedReason(),
                    true);
        }
    }

    /** SET-PROGRESS for the operation of {@code effect}. */
    void set(
            EffectRecord effect,
            long tick,
            @Nullable Long session,
            ProgressState state,
            @Nullable String reason,
            boolean refresh) {
        enter(effect.operationId(), contractOf(effect), tick, session, state, reason, refresh);
    }

    /** SET-PROGRESS for an operation that is no effect's own, with refresh. */
    void set(String operationId, long tick, long session, ProgressState state, String reason) {
        enter(operationId, contractNamed(operationId), tick, session, state, reason, true);
    }

    private void enter(
            String operationId,
            @Nullable ContractState contract,
            long tick,
            @Nullable Long session,
            ProgressState state,
            @Nullable String reason,
            boolean refresh) {
        if (contract == null) {
            ContractState opened = new ContractState(tick, session, state, reason);
            named.put(operationId, opened);
            ownFormNames += operationId.startsWith(EffectRecord.OWN_ID_PREFIX) ? 1 : 0;
            append(new ContractRow.Named(operationId, opened));
            return;
        }
        ProgressState previous = contract.enter(tick, session, state, reason, refresh);
        if (previous != state) {
            ProgressTransition transition = new ProgressTransition(operationId, session, previous, state, tick, reason);
            if (sink == null) {
                transitions.add(transition);
            } else {
                sink.transition(transition);
            }
        }
    }

    private void append(ContractRow row) {
        ContractRow dropped = contracts.add(row);
        if (dropped != null) {
            forget(dropped);
        }
    }

    private void forget(ContractRow dropped) {
        switch (dropped) {
            case EffectRecord effect -> effect.ownContract(false);
            case ContractRow.Named(String operationId, var ignored) -> forgetName(operationId);
        }
    }

    private void forgetName(String operationId) {
        named.remove(operationId);
        ownFormNames -= operationId.startsWith(EffectRecord.OWN_ID_PREFIX) ? 1 : 0;
    }

    @Nullable
    ContractState contractOf(EffectRecord effect) {
        return effect.givenOperationId() == null && effect.ownsContract()
                ? effect.change().contract
                : contractNamed(effect.operationId());
    }

    private @Nullable ContractState contractNamed(String operationId) {
        EffectRecord owner = effects.ownerOf(operationId);
        return owner != null && owner.ownsContract() ? owner.change().contract : named.get(operationId);
    }

    /** Hands over and drops the oldest named contracts that have ended; those of effects go with their effects. */
    void retire(SemanticSink target) {
        while (!contracts.isEmpty()
                && contracts.get(0) instanceof ContractRow.Named contract
                && ContractAlgebra.isTerminal(contract.state().state())) {
            target.contract(contract.contractRecord());
            contracts.removeFirst();
            forgetName(contract.operationId());
        }
    }

    /** Hands over the contracts that have not ended, at the end of a run. */
    void handOverAll(SemanticSink target) {
        contracts().forEach(target::contract);
        contracts.clear();
        named.clear();
        ownFormNames = 0;
    }

    List<ProgressContract> contracts() {
        return contracts.toList().stream().map(ContractRow::contractRecord).toList();
    }

    List<ProgressTransition> transitions() {
        return transitions.toList();
    }
}

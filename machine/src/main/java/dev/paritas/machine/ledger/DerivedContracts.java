package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.object.OperationInstance;
import dev.paritas.semanticobjects.object.OutstandingEffect;
import dev.paritas.semanticobjects.object.ProgressContract;
import dev.paritas.semanticobjects.object.ProgressContract.ProgressState;
import dev.paritas.semanticobjects.object.SemanticHandoff;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The raw contracts, completed so that every effect and handoff has one and every parity-critical operation is tracked
 * (spec 30 §10 step 12).
 */
final class DerivedContracts {
    private final List<ProgressContract> all = new ArrayList<>();
    private final Map<String, List<ProgressContract>> byOperation = new HashMap<>();

    private DerivedContracts() {}

    static List<ProgressContract> contracts(
            SemanticLogs logs, List<SemanticHandoff> handoffs, List<OperationInstance> operations) {
        DerivedContracts derived = new DerivedContracts();
        logs.contracts().forEach(derived::add);
        logs.effects().forEach(derived::coverEffect);
        handoffs.forEach(derived::coverHandoff);
        operations.forEach(derived::coverOperation);
        return derived.all;
    }

    private void add(ProgressContract contract) {
        all.add(contract);
        byOperation
                .computeIfAbsent(contract.operationId(), ignored -> new ArrayList<>(1))
                .add(contract);
    }

    private void coverEffect(OutstandingEffect effect) {
        if (!byOperation.containsKey(effect.operationId())) {
            add(new ProgressContract(
                    effect.operationId(),
                    effect.session(),
                    ContractAlgebra.stateOf(effect.status()),
                    effect.orderingKey(),
                    true,
                    effect.budgetTicks(),
                    effect.orderingKey(),
                    null,
                    null));
        }
    }

    private void coverHandoff(SemanticHandoff handoff) {
        String operationId = DerivedHandoffs.operationId(handoff.handoffId());
        if (!byOperation.containsKey(operationId)) {
            add(new ProgressContract(
                    operationId,
                    handoff.session(),
                    ProgressState.HANDED_OFF,
                    handoff.tick(),
                    true,
                    1L,
                    handoff.tick(),
                    null,
                    handoff.reason()));
        }
    }

    private void coverOperation(OperationInstance operation) {
        if (!SemanticQueries.isParityCritical(operation)) {
            return;
        }
        List<ProgressContract> candidates = byOperation.getOrDefault(operation.operationId(), List.of());
        if (candidates.stream().noneMatch(contract -> ContractAlgebra.tracks(contract, operation))) {
            add(new ProgressContract(
                    operation.operationId(),
                    operation.session(),
                    ContractAlgebra.stateNamed(operation.phase()),
                    null,
                    operation.budgetTicks() != null,
                    operation.budgetTicks(),
                    null,
                    null,
                    null));
        }
    }
}

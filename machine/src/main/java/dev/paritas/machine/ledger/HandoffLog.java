package dev.paritas.machine.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Delegation records, and which operations depend on which handoff: a committed handoff adds itself to every operation
 * its session has at that moment, so the effect id it was committed at says it all (spec 30 §7.8).
 */
final class HandoffLog {
    private record Mark(String operationId, long firstIndependentEffect) {}

    private final BoundedLog<DelegationAuditRecord> records;
    private final Map<Long, List<Mark>> marks = new HashMap<>();

    HandoffLog(Retention retention) {
        this.records = BoundedLog.keeping(retention);
    }

    void append(DelegationAuditRecord delegation) {
        records.add(delegation);
    }

    void mark(DelegationReceipt receipt, long firstIndependentEffect) {
        String operationId = DerivedHandoffs.operationId(receipt.receiptId());
        marks.computeIfAbsent(receipt.session(), ignored -> new ArrayList<>())
                .add(new Mark(operationId, firstIndependentEffect));
    }

    List<String> dependentsOf(EffectRecord effect) {
        Long session = effect.session();
        if (session == null || marks.isEmpty()) {
            return List.of();
        }
        List<String> dependents = new ArrayList<>();
        for (Mark mark : marks.getOrDefault(session, List.of())) {
            if (Long.compareUnsigned(effect.effectId(), mark.firstIndependentEffect()) < 0
                    && !dependents.contains(mark.operationId())) {
                dependents.add(mark.operationId());
            }
        }
        return dependents;
    }

    List<DelegationAuditRecord> records() {
        return records.toList();
    }
}

package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.object.OperationInstance;
import dev.paritas.semanticobjects.object.OperationInstance.OperationPhase;
import dev.paritas.semanticobjects.object.OutstandingEffect;
import dev.paritas.semanticobjects.object.OutstandingEffect.OutstandingEffectStatus;
import dev.paritas.semanticobjects.object.OwnershipScope;
import dev.paritas.semanticobjects.object.SemanticHandoff;
import dev.paritas.semanticobjects.object.SemanticHandoff.DelegationStatus;
import dev.paritas.semanticobjects.object.TransformationObligation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What delegation records derive: handoffs, their obligations and their operations (spec 30 §10 steps 1-3). */
final class DerivedHandoffs {
    static final String OPERATION_PREFIX = "handoff:";
    static final String PUBLICATION = "handoff.committed";

    private DerivedHandoffs() {}

    static String operationId(long handoffId) {
        return OPERATION_PREFIX + Long.toUnsignedString(handoffId);
    }

    static String coroutineOwner(long coroutine) {
        return "coro:" + Long.toUnsignedString(coroutine);
    }

    static List<SemanticHandoff> handoffs(List<DelegationAuditRecord> delegations) {
        return delegations.stream().map(DerivedHandoffs::handoff).toList();
    }

    private static SemanticHandoff handoff(DelegationAuditRecord delegation) {
        DelegationReceipt receipt = delegation.receipt();
        return new SemanticHandoff(
                receipt.receiptId(),
                receipt.session(),
                receipt.fromCoro(),
                receipt.toCoro(),
                coroutineOwner(receipt.fromCoro()),
                coroutineOwner(receipt.toCoro()),
                receipt.scope(),
                delegation.status(),
                delegation.tick(),
                delegation.reason());
    }

    /** What one session's raw records contribute to every obligation of that session. */
    private record Affected(
            List<String> operations, List<Long> effects, List<Long> transported, List<Long> invalidated) {
        Affected() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    static List<TransformationObligation> obligations(
            List<DelegationAuditRecord> delegations,
            List<OperationInstance> operations,
            List<OutstandingEffect> effects) {
        Map<Long, Affected> bySession = new HashMap<>();
        for (DelegationAuditRecord delegation : delegations) {
            bySession.putIfAbsent(delegation.receipt().session(), new Affected());
        }
        if (bySession.isEmpty()) {
            return List.of();
        }
        for (OperationInstance operation : operations) {
            Affected affected = operation.session() == null ? null : bySession.get(operation.session());
            if (affected != null) {
                affected.operations().add(operation.operationId());
            }
        }
        for (OutstandingEffect effect : effects) {
            Affected affected = effect.session() == null ? null : bySession.get(effect.session());
            if (affected != null) {
                affected.effects().add(effect.effectId());
                if (effect.status() == OutstandingEffectStatus.PENDING) {
                    affected.transported().add(effect.effectId());
                } else if (effect.status() == OutstandingEffectStatus.INVALIDATED) {
                    affected.invalidated().add(effect.effectId());
                }
            }
        }
        List<TransformationObligation> obligations = new ArrayList<>();
        for (DelegationAuditRecord delegation : delegations) {
            Affected affected = bySession.getOrDefault(delegation.receipt().session(), new Affected());
            obligations.add(obligation(delegation, affected));
        }
        return obligations;
    }

    private static TransformationObligation obligation(DelegationAuditRecord delegation, Affected affected) {
        DelegationReceipt receipt = delegation.receipt();
        return new TransformationObligation(
                operationId(receipt.receiptId()),
                receipt.receiptId(),
                receipt.session(),
                fragments(receipt.scope()),
                affected.operations(),
                affected.effects(),
                affected.transported(),
                affected.invalidated(),
                switch (delegation.status()) {
                    case COMMITTED -> "transport_pending_invalidate_blocked";
                    case ROLLED_BACK -> "rollback";
                },
                coroutineOwner(receipt.fromCoro()),
                coroutineOwner(receipt.toCoro()),
                receipt.scope(),
                delegation.status(),
                delegation.tick(),
                delegation.reason());
    }

    private static List<String> fragments(OwnershipScope scope) {
        return switch (scope) {
            case OwnershipScope.Session() -> List.of("session");
            case OwnershipScope.Fragments fragments -> fragments.roles();
        };
    }

    static List<OperationInstance> operations(List<SemanticHandoff> handoffs) {
        return handoffs.stream()
                .map(handoff -> new OperationInstance(
                        operationId(handoff.handoffId()),
                        handoff.session(),
                        null,
                        "semantic_handoff",
                        OperationPhase.HANDED_OFF,
                        null,
                        List.of(),
                        List.of(),
                        PUBLICATION,
                        1L,
                        false))
                .toList();
    }

    static boolean isCommitted(SemanticHandoff handoff) {
        return handoff.status() == DelegationStatus.COMMITTED;
    }
}

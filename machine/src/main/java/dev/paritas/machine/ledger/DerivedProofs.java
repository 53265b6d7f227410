package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.effect.OutputConditionCheck;
import dev.paritas.semanticobjects.object.CanonicalHandle;
import dev.paritas.semanticobjects.object.CanonicalHandle.CanonicalHandleKind;
import dev.paritas.semanticobjects.object.MaterializationProof;
import dev.paritas.semanticobjects.object.OperationInstance;
import dev.paritas.semanticobjects.object.OperationInstance.OperationPhase;
import dev.paritas.semanticobjects.object.SemanticHandoff;
import java.util.ArrayList;
import java.util.List;

/**
 * What output-condition checks derive: proofs, their operations, and canonical handles (spec 30 §10 steps 6-8). Checks
 * are not deduplicated: k eventful commits give k equal proofs.
 */
final class DerivedProofs {
    static final String OPERATION_PREFIX = "materialization:";

    private DerivedProofs() {}

    static String proofId(OutputConditionCheck check) {
        return check.meta().predicateRef() + ":" + check.meta().outputDigest();
    }

    static String operationId(MaterializationProof proof) {
        return OPERATION_PREFIX + proof.proofId();
    }

    static List<MaterializationProof> proofs(List<OutputConditionCheck> checks) {
        return checks.stream()
                .map(check -> new MaterializationProof(
                        proofId(check),
                        null,
                        check.meta().predicateRef(),
                        check.meta().witnessRef(),
                        check.meta().outputDigest(),
                        check.passed()))
                .toList();
    }

    static List<OperationInstance> operations(List<MaterializationProof> proofs) {
        return proofs.stream()
                .map(proof -> new OperationInstance(
                        operationId(proof),
                        null,
                        null,
                        "materialization",
                        proof.passed() ? OperationPhase.SUCCEEDED : OperationPhase.FAILED,
                        null,
                        List.of(),
                        List.of(),
                        proof.passed() ? "materialization.succeeded" : "materialization.failed",
                        1L,
                        true))
                .toList();
    }

    static List<CanonicalHandle> handles(List<MaterializationProof> proofs, List<SemanticHandoff> handoffs) {
        List<CanonicalHandle> handles = new ArrayList<>();
        for (MaterializationProof proof : proofs) {
            if (proof.passed()) {
                handles.add(new CanonicalHandle(
                        OPERATION_PREFIX + proof.outputDigest(),
                        proof.session(),
                        null,
                        CanonicalHandleKind.MATERIALIZATION,
                        proof.proofId()));
            }
        }
        for (SemanticHandoff handoff : handoffs) {
            if (DerivedHandoffs.isCommitted(handoff)) {
                String id = DerivedHandoffs.operationId(handoff.handoffId());
                handles.add(new CanonicalHandle(id, handoff.session(), null, CanonicalHandleKind.HANDOFF, id));
            }
        }
        return handles;
    }
}

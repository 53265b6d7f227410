package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.object.CanonicalHandle;
import dev.paritas.semanticobjects.object.MaterializationProof;
import dev.paritas.semanticobjects.object.OperationInstance;
import dev.paritas.semanticobjects.object.PublicationEvent;
import dev.paritas.semanticobjects.object.PublicationEvent.PublicationObserverClass;
import dev.paritas.semanticobjects.object.PublicationEvent.PublicationStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One publication per operation id and terminal publication, ascending by id (spec 30 §10 step 9). */
final class DerivedPublications {
    private final Map<String, String> proofByOperation = new HashMap<>();
    private final Map<String, String> handleByProof = new HashMap<>();

    private DerivedPublications(List<MaterializationProof> proofs, List<CanonicalHandle> handles) {
        for (MaterializationProof proof : proofs) {
            if (proof.passed()) {
                proofByOperation.put(DerivedProofs.operationId(proof), proof.proofId());
            }
        }
        for (CanonicalHandle handle : handles) {
            if (handle.proofRef() != null) {
                handleByProof.put(handle.proofRef(), handle.handleId());
            }
        }
    }

    static List<PublicationEvent> publications(
            List<OperationInstance> operations, List<MaterializationProof> proofs, List<CanonicalHandle> handles) {
        DerivedPublications derived = new DerivedPublications(proofs, handles);
        Map<String, PublicationEvent> byId = new TreeMap<>(CodePointOrder.INSTANCE);
        for (OperationInstance operation : operations) {
            String publication = operation.terminalPublication();
            if (publication != null) {
                String id = operation.operationId() + ":" + publication;
                byId.computeIfAbsent(id, ignored -> derived.publication(id, operation, publication));
            }
        }
        return List.copyOf(byId.values());
    }

    private PublicationEvent publication(String id, OperationInstance operation, String publication) {
        String proofRef = proofRef(operation.operationId());
        String handleRef = proofRef == null ? null : handleByProof.get(proofRef);
        boolean unproven = operation.requiresProof() && handleRef == null;
        return new PublicationEvent(
                id,
                operation.session(),
                operation.operationId(),
                operation.ownerId(),
                publication,
                publication.startsWith("handoff.") || publication.startsWith("materialization.")
                        ? PublicationObserverClass.AUDIT
                        : PublicationObserverClass.CANONICAL,
                unproven ? PublicationStatus.REJECTED : PublicationStatus.PUBLISHED,
                proofRef,
                handleRef,
                unproven ? "proof-bearing success required" : null);
    }

    private @Nullable String proofRef(String operationId) {
        String proof = proofByOperation.get(operationId);
        if (proof != null) {
            return proof;
        }
        return operationId.startsWith(DerivedHandoffs.OPERATION_PREFIX) ? operationId : null;
    }
}

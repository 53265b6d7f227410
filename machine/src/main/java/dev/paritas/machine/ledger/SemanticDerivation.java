package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.object.AgreementEvidence;
import dev.paritas.semanticobjects.object.AuthoritativeRead;
import dev.paritas.semanticobjects.object.CanonicalHandle;
import dev.paritas.semanticobjects.object.MaterializationProof;
import dev.paritas.semanticobjects.object.ObservedRead;
import dev.paritas.semanticobjects.object.OperationInstance;
import dev.paritas.semanticobjects.object.ProgressContract;
import dev.paritas.semanticobjects.object.PublicationEvent;
import dev.paritas.semanticobjects.object.SemanticHandoff;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.object.TransformationObligation;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code bundle = canonical(derive(logs))}: the semantic objects are a pure function of the seven runtime logs and
 * consume no ids (spec 30 §10). Cost: sorting, plus the size of the bundle.
 */
public final class SemanticDerivation {
    private SemanticDerivation() {}

    /** {@return the canonical bundle of {@code logs}} */
    public static SemanticObjects derive(SemanticLogs logs) {
        List<SemanticHandoff> handoffs = DerivedHandoffs.handoffs(logs.delegations());
        List<TransformationObligation> obligations =
                DerivedHandoffs.obligations(logs.delegations(), logs.operations(), logs.effects());
        List<AuthoritativeRead> authoritative = DerivedReads.authoritative(logs.authority(), logs.checks());
        List<ObservedRead> observed = DerivedReads.observed(logs.effects());
        List<MaterializationProof> proofs = DerivedProofs.proofs(logs.checks());
        List<CanonicalHandle> handles = DerivedProofs.handles(proofs, handoffs);

        List<OperationInstance> operations = new ArrayList<>(logs.operations());
        operations.addAll(DerivedHandoffs.operations(handoffs));
        operations.addAll(DerivedProofs.operations(proofs));

        List<PublicationEvent> publications = DerivedPublications.publications(operations, proofs, handles);
        List<AgreementEvidence> evidence = DerivedAgreements.evidence(publications, proofs);
        DerivedAgreements agreements = new DerivedAgreements(operations, evidence);
        List<ProgressContract> contracts = DerivedContracts.contracts(logs, handoffs, operations);

        return CanonicalOrder.sorted(new SemanticObjects(
                operations,
                logs.effects(),
                handoffs,
                obligations,
                authoritative,
                observed,
                proofs,
                handles,
                publications,
                agreements.bindings(),
                agreements.profiles(),
                agreements.contracts(),
                evidence,
                agreements.states(),
                DerivedRegions.regions(operations, logs.effects(), authoritative, handles, publications, contracts),
                contracts,
                logs.transitions()));
    }
}

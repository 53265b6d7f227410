package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.object.AgreementEvidence.AgreementEvidenceKind;
import dev.paritas.semanticobjects.object.AgreementLevel;
import dev.paritas.semanticobjects.object.AgreementProfile;
import dev.paritas.semanticobjects.object.AgreementRule;
import dev.paritas.semanticobjects.object.OperationInstance;
import dev.paritas.semanticobjects.object.OperationVisibility;

/** The five agreement profiles and which operation has which (spec 30 §10 step 11). */
final class AgreementProfiles {
    private static final AgreementProfile PROOF_FINALIZATION = new AgreementProfile(
            "ProofFinalization",
            OperationVisibility.BLOCKED_UNTIL_FINALIZED,
            new AgreementRule.Named("proof_finalization"),
            AgreementLevel.FINALIZED,
            AgreementLevel.FINALIZED,
            AgreementEvidenceKind.PUBLICATION);
    private static final AgreementProfile PUBLISHED_DEPENDENT_WORK = new AgreementProfile(
            "DependentWork",
            OperationVisibility.PENDING,
            new AgreementRule.Named("dependent_work"),
            AgreementLevel.PROVISIONAL,
            AgreementLevel.FINALIZED,
            AgreementEvidenceKind.PUBLICATION);
    private static final AgreementProfile UNPUBLISHED_DEPENDENT_WORK = new AgreementProfile(
            "DependentWork",
            OperationVisibility.IMMEDIATE,
            new AgreementRule.Named("dependent_work"),
            AgreementLevel.NONE,
            AgreementLevel.NONE,
            AgreementEvidenceKind.WITNESS);
    private static final AgreementProfile PENDING_PUBLICATION = new AgreementProfile(
            "PendingPublication",
            OperationVisibility.PENDING,
            new AgreementRule.NoAgreement(),
            AgreementLevel.PROVISIONAL,
            AgreementLevel.FINALIZED,
            AgreementEvidenceKind.PUBLICATION);
    private static final AgreementProfile IMMEDIATE_LOCAL = new AgreementProfile(
            "ImmediateLocal",
            OperationVisibility.IMMEDIATE,
            new AgreementRule.NoAgreement(),
            AgreementLevel.NONE,
            AgreementLevel.NONE,
            AgreementEvidenceKind.WITNESS);

    private AgreementProfiles() {}

    static AgreementProfile profileOf(OperationInstance operation) {
        boolean published = operation.terminalPublication() != null;
        if (operation.requiresProof()) {
            return PROOF_FINALIZATION;
        }
        if (!operation.dependentOperationIds().isEmpty()) {
            return published ? PUBLISHED_DEPENDENT_WORK : UNPUBLISHED_DEPENDENT_WORK;
        }
        return published ? PENDING_PUBLICATION : IMMEDIATE_LOCAL;
    }
}

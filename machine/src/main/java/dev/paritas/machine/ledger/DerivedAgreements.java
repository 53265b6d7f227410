package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.json.WordCodec;
import dev.paritas.semanticobjects.object.AgreementContract;
import dev.paritas.semanticobjects.object.AgreementEvidence;
import dev.paritas.semanticobjects.object.AgreementEvidence.AgreementEvidenceKind;
import dev.paritas.semanticobjects.object.AgreementLevel;
import dev.paritas.semanticobjects.object.AgreementProfile;
import dev.paritas.semanticobjects.object.AgreementState;
import dev.paritas.semanticobjects.object.AgreementState.FinalizationOutcome;
import dev.paritas.semanticobjects.object.MaterializationProof;
import dev.paritas.semanticobjects.object.OperationInstance;
import dev.paritas.semanticobjects.object.PrestateBinding;
import dev.paritas.semanticobjects.object.PublicationEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evidence, and per operation its contract, prestate binding and state (spec 30 §10 steps 10-11). */
final class DerivedAgreements {
    private record Subject(String operationId, @Nullable Long session) {}

    /** The evidence of one subject; the ids are shared by every state that lists them. */
    private record Gathered(List<String> ids, @Nullable AgreementLevel highestAuthoritative) {
        static final Gathered NONE = new Gathered(List.of(), null);

        Gathered {
            // A copy of a copy is the same list: equal materializations share one, however many they are.
            ids = List.copyOf(ids);
        }

        boolean finalizes(AgreementContract contract) {
            return highestAuthoritative != null && highestAuthoritative.compareTo(contract.finalizedAt()) >= 0;
        }
    }

    private final Map<String, AgreementProfile> profiles = new LinkedHashMap<>();
    private final List<AgreementContract> contracts = new ArrayList<>();
    private final List<PrestateBinding> bindings = new ArrayList<>();
    private final List<AgreementState> states = new ArrayList<>();

    DerivedAgreements(List<OperationInstance> operations, List<AgreementEvidence> evidence) {
        Map<Subject, Gathered> gathered = gather(evidence);
        for (OperationInstance operation : operations) {
            AgreementProfile profile = AgreementProfiles.profileOf(operation);
            profiles.putIfAbsent(profile.profileName(), profile);
            AgreementContract contract = contract(operation, profile);
            contracts.add(contract);
            bindings.add(binding(operation));
            Subject subject = new Subject(operation.operationId(), operation.session());
            states.add(state(operation, contract, gathered.getOrDefault(subject, Gathered.NONE)));
        }
    }

    List<AgreementProfile> profiles() {
        return List.copyOf(profiles.values());
    }

    List<AgreementContract> contracts() {
        return contracts;
    }

    List<PrestateBinding> bindings() {
        return bindings;
    }

    List<AgreementState> states() {
        return states;
    }

    static List<AgreementEvidence> evidence(List<PublicationEvent> publications, List<MaterializationProof> proofs) {
        List<AgreementEvidence> evidence = new ArrayList<>();
        for (PublicationEvent publication : publications) {
            boolean backed = publication.proofRef() != null && publication.handleRef() != null;
            evidence.add(new AgreementEvidence(
                    "publication:" + publication.publicationId(),
                    publication.operationId(),
                    publication.session(),
                    publication.ownerId(),
                    backed ? AgreementLevel.FINALIZED : AgreementLevel.PROVISIONAL,
                    AgreementEvidenceKind.PUBLICATION,
                    publication.publicationId(),
                    backed && publication.ownerId() != null));
        }
        for (MaterializationProof proof : proofs) {
            String id = DerivedProofs.operationId(proof);
            evidence.add(new AgreementEvidence(
                    id,
                    id,
                    proof.session(),
                    null,
                    proof.passed() ? AgreementLevel.FINALIZED : AgreementLevel.PROVISIONAL,
                    AgreementEvidenceKind.MATERIALIZATION,
                    proof.proofId(),
                    proof.passed()));
        }
        return evidence;
    }

    private static Map<Subject, Gathered> gather(List<AgreementEvidence> evidence) {
        Map<Subject, List<AgreementEvidence>> bySubject = new HashMap<>();
        for (AgreementEvidence item : evidence) {
            bySubject
                    .computeIfAbsent(new Subject(item.operationId(), item.session()), ignored -> new ArrayList<>(1))
                    .add(item);
        }
        Map<Subject, Gathered> gathered = HashMap.newHashMap(bySubject.size());
        bySubject.forEach((subject, items) -> gathered.put(
                subject,
                new Gathered(items.stream().map(AgreementEvidence::evidenceId).toList(), highestAuthoritative(items))));
        return gathered;
    }

    private static @Nullable AgreementLevel highestAuthoritative(List<AgreementEvidence> items) {
        AgreementLevel highest = null;
        for (AgreementEvidence item : items) {
            if (item.authoritative() && (highest == null || item.level().compareTo(highest) > 0)) {
                highest = item.level();
            }
        }
        return highest;
    }

    private static AgreementContract contract(OperationInstance operation, AgreementProfile profile) {
        return new AgreementContract(
                "agreement:" + operation.operationId(),
                operation.operationId(),
                operation.session(),
                operation.ownerId(),
                profile.profileName(),
                profile.visibility(),
                profile.rule(),
                profile.usableAt(),
                profile.finalizedAt(),
                profile.requiredEvidenceKind());
    }

    private static PrestateBinding binding(OperationInstance operation) {
        String publication = operation.terminalPublication();
        Long budget = operation.budgetTicks();
        return new PrestateBinding(
                "prestate:" + operation.operationId(),
                operation.operationId(),
                operation.session(),
                operation.kind() + ":" + WordCodec.camel(operation.phase().name()) + ":"
                        + (publication == null ? "none" : publication),
                budget == null ? null : "ticks:" + Long.toUnsignedString(budget),
                operation.ownerId());
    }

    private record Standing(AgreementLevel level, @Nullable FinalizationOutcome finalization) {}

    private static AgreementState state(OperationInstance operation, AgreementContract contract, Gathered evidence) {
        Standing standing = switch (operation.phase()) {
            case PENDING -> new Standing(AgreementLevel.NONE, null);
            case BLOCKED -> new Standing(AgreementLevel.PROVISIONAL, null);
            case SUCCEEDED -> success(contract, evidence);
            case FAILED, CANCELLED -> new Standing(AgreementLevel.PROVISIONAL, FinalizationOutcome.ABORTED);
            case TIMED_OUT -> new Standing(AgreementLevel.PROVISIONAL, FinalizationOutcome.TIMED_OUT);
            case HANDED_OFF -> new Standing(AgreementLevel.SOFT_SAFE, null);
        };
        return new AgreementState(
                operation.operationId(),
                operation.session(),
                operation.ownerId(),
                contract.contractName(),
                standing.level(),
                standing.finalization(),
                evidence.ids(),
                // The reference stores the budget here, not a tick.
                operation.budgetTicks(),
                null);
    }

    private static Standing success(AgreementContract contract, Gathered evidence) {
        if (evidence.finalizes(contract)) {
            return new Standing(AgreementLevel.FINALIZED, FinalizationOutcome.FINALIZED);
        }
        return switch (contract.visibility()) {
            case IMMEDIATE -> new Standing(AgreementLevel.NONE, null);
            case PENDING, BLOCKED_UNTIL_FINALIZED -> new Standing(AgreementLevel.SOFT_SAFE, null);
        };
    }
}

package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.object.AuthoritativeRead;
import dev.paritas.semanticobjects.object.CanonicalHandle;
import dev.paritas.semanticobjects.object.FinalizationPath;
import dev.paritas.semanticobjects.object.FinalizationPath.FinalizationReadClass;
import dev.paritas.semanticobjects.object.FinalizationPath.FinalizationStage;
import dev.paritas.semanticobjects.object.ObservedRead;
import dev.paritas.semanticobjects.object.OperationInstance;
import dev.paritas.semanticobjects.object.OutstandingEffect;
import dev.paritas.semanticobjects.object.PublicationEvent;
import dev.paritas.semanticobjects.object.PublicationEvent.PublicationStatus;
import dev.paritas.semanticobjects.object.SemanticHandoff.DelegationStatus;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.object.TransformationObligation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How far each operation of a bundle came, and what it rests on (spec 30 §13). */
public final class FinalizationView {
    private record SessionKey(@Nullable Long session) {}

    private record Reader(@Nullable Long session, @Nullable String ownerId) {}

    private final SemanticObjects bundle;
    private final Map<String, OperationInstance> operations = new HashMap<>();
    private final Map<Long, OutstandingEffect> firstEffects = new HashMap<>();
    private final Map<String, SequencedSet<String>> observedByOperation = new HashMap<>();
    private final Map<SessionKey, List<AuthoritativeRead>> authoritativeBySession = new HashMap<>();
    private final Map<String, List<PublicationEvent>> publicationsByOperation = new HashMap<>();
    private final Map<String, List<TransformationObligation>> invalidatingByOperation = new HashMap<>();
    /** Positions of the first handle per id, under the proof it refers to and under its own id. */
    private final Map<String, TreeMap<Integer, String>> handlesByProof = new HashMap<>();

    private final Map<String, Integer> handlePositions = new HashMap<>();
    /** Read ids by who may use them; every session-less operation of a run shares one long list. */
    private final Map<Reader, List<String>> readsByReader = new HashMap<>();

    public FinalizationView(SemanticObjects bundle) {
        this.bundle = bundle;
        bundle.operationInstances().forEach(operation -> operations.putIfAbsent(operation.operationId(), operation));
        bundle.outstandingEffects().forEach(effect -> firstEffects.putIfAbsent(effect.effectId(), effect));
        indexObservedReads();
        for (AuthoritativeRead read : bundle.authoritativeReads()) {
            authoritativeBySession
                    .computeIfAbsent(new SessionKey(read.session()), ignored -> new ArrayList<>())
                    .add(read);
        }
        for (PublicationEvent publication : bundle.publicationEvents()) {
            publicationsByOperation
                    .computeIfAbsent(publication.operationId(), ignored -> new ArrayList<>(1))
                    .add(publication);
        }
        indexObligations();
        indexHandles();
    }

    /** Observed reads in list order under the operations of the effects they observe. */
    private void indexObservedReads() {
        Map<Long, LinkedHashSet<String>> operationsByEffect = new HashMap<>();
        for (OutstandingEffect effect : bundle.outstandingEffects()) {
            operationsByEffect
                    .computeIfAbsent(effect.effectId(), ignored -> new LinkedHashSet<>(1))
                    .add(effect.operationId());
        }
        for (ObservedRead read : bundle.observedReads()) {
            for (String operationId : operationsByEffect.getOrDefault(read.effectId(), new LinkedHashSet<>())) {
                observedByOperation
                        .computeIfAbsent(operationId, ignored -> new LinkedHashSet<>(1))
                        .add(read.readId());
            }
        }
    }

    private void indexObligations() {
        for (TransformationObligation obligation : bundle.transformationObligations()) {
            if (!obligation.invalidatedEffectIds().isEmpty() || obligation.status() == DelegationStatus.COMMITTED) {
                for (String operationId : new LinkedHashSet<>(obligation.affectedOperationIds())) {
                    invalidatingByOperation
                            .computeIfAbsent(operationId, ignored -> new ArrayList<>(1))
                            .add(obligation);
                }
            }
        }
    }

    private void indexHandles() {
        List<CanonicalHandle> handles = bundle.canonicalHandles();
        for (int i = 0; i < handles.size(); i++) {
            CanonicalHandle handle = handles.get(i);
            handlePositions.putIfAbsent(handle.handleId(), i);
            String proof = handle.proofRef();
            if (proof != null) {
                TreeMap<Integer, String> ofProof = handlesByProof.computeIfAbsent(proof, ignored -> new TreeMap<>());
                if (ofProof.isEmpty() || !ofProof.containsValue(handle.handleId())) {
                    ofProof.put(i, handle.handleId());
                }
            }
        }
    }

    /** {@return the path of every operation, in the order of the bundle} */
    public List<FinalizationPath> paths() {
        return bundle.operationInstances().stream().map(this::path).toList();
    }

    /** {@return the path of the first operation with that id} */
    public Optional<FinalizationPath> path(String operationId) {
        return Optional.ofNullable(operations.get(operationId)).map(this::path);
    }

    private FinalizationPath path(OperationInstance operation) {
        String id = operation.operationId();
        List<String> observed = List.copyOf(observedByOperation.getOrDefault(id, new LinkedHashSet<>()));
        List<String> authoritative = readsByReader.computeIfAbsent(
                new Reader(operation.session(), operation.ownerId()), this::authoritativeReads);
        List<PublicationEvent> publications = publicationsByOperation.getOrDefault(id, List.of());
        List<String> proofs = proofs(id, publications);
        List<Long> invalidatedBy = invalidatingByOperation.getOrDefault(id, List.of()).stream()
                .map(TransformationObligation::handoffId)
                .toList();
        return new FinalizationPath(
                id,
                operation.session(),
                operation.ownerId(),
                readClass(observed, authoritative),
                stage(invalidatedBy, publications, proofs, authoritative),
                observed,
                authoritative,
                proofs,
                handles(id, publications, proofs),
                publications.stream().map(PublicationEvent::publicationId).toList(),
                invalidatedBy,
                publications.stream()
                        .filter(FinalizationView::isRejected)
                        .map(PublicationEvent::publicationId)
                        .toList());
    }

    private List<String> authoritativeReads(Reader reader) {
        return authoritativeBySession.getOrDefault(new SessionKey(reader.session()), List.of()).stream()
                .filter(read -> read.ownerId() == null
                        || reader.ownerId() == null
                        || Objects.equals(read.ownerId(), reader.ownerId()))
                .map(AuthoritativeRead::readId)
                .collect(Collectors.toUnmodifiableList()); // unlike toList() shared, not copied, by the paths
    }

    private static List<String> proofs(String operationId, List<PublicationEvent> publications) {
        List<String> proofs = new ArrayList<>();
        for (PublicationEvent publication : publications) {
            if (publication.proofRef() != null) {
                proofs.add(publication.proofRef());
            }
        }
        if (operationId.startsWith(DerivedProofs.OPERATION_PREFIX)) {
            String proof = operationId.substring(DerivedProofs.OPERATION_PREFIX.length());
            if (!proofs.contains(proof)) {
                proofs.add(proof);
            }
        }
        return proofs;
    }

    private List<String> handles(String operationId, List<PublicationEvent> publications, List<String> proofs) {
        List<String> handles = new ArrayList<>();
        for (PublicationEvent publication : publications) {
            if (publication.handleRef() != null) {
                handles.add(publication.handleRef());
            }
        }
        TreeMap<Integer, String> further = new TreeMap<>();
        proofs.forEach(proof -> further.putAll(handlesByProof.getOrDefault(proof, new TreeMap<>())));
        Integer own = handlePositions.get(operationId);
        if (own != null) {
            further.put(own, operationId);
        }
        for (String handle : further.values()) {
            if (!handles.contains(handle)) {
                handles.add(handle);
            }
        }
        return handles;
    }

    private static FinalizationReadClass readClass(List<String> observed, List<String> authoritative) {
        if (observed.isEmpty()) {
            return authoritative.isEmpty() ? FinalizationReadClass.NONE : FinalizationReadClass.AUTHORITATIVE_ONLY;
        }
        return authoritative.isEmpty() ? FinalizationReadClass.OBSERVED_ONLY : FinalizationReadClass.MIXED;
    }

    /** The first rule that matches decides. */
    private static FinalizationStage stage(
            List<Long> invalidatedBy,
            List<PublicationEvent> publications,
            List<String> proofs,
            List<String> authoritative) {
        if (!invalidatedBy.isEmpty()) {
            return FinalizationStage.INVALIDATED;
        }
        if (publications.stream().anyMatch(FinalizationView::isRejected)) {
            return FinalizationStage.REJECTED;
        }
        if (publications.stream().anyMatch(FinalizationView::isBacked)) {
            return FinalizationStage.CANONICAL;
        }
        if (!proofs.isEmpty()) {
            return FinalizationStage.MATERIALIZED;
        }
        return authoritative.isEmpty() ? FinalizationStage.OBSERVED : FinalizationStage.AUTHORITATIVE;
    }

    private static boolean isRejected(PublicationEvent publication) {
        return publication.status() == PublicationStatus.REJECTED;
    }

    private static boolean isBacked(PublicationEvent publication) {
        return publication.status() == PublicationStatus.PUBLISHED
                && publication.proofRef() != null
                && publication.handleRef() != null;
    }

    /** {@return whether an observed read exists and leads to no canonical operation (spec 30 §13.2)} */
    public boolean observedReadIsNoncanonical(String readId) {
        return bundle.observedReads().stream()
                .filter(read -> read.readId().equals(readId))
                .findFirst()
                .map(read -> !leadsToCanonical(read))
                .orElse(false);
    }

    private boolean leadsToCanonical(ObservedRead read) {
        return Optional.ofNullable(firstEffects.get(read.effectId()))
                .flatMap(effect -> path(effect.operationId()))
                .filter(FinalizationPath::isCanonical)
                .isPresent();
    }
}

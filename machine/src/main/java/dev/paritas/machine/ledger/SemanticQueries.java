package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.object.AgreementContract;
import dev.paritas.semanticobjects.object.AgreementEvidence;
import dev.paritas.semanticobjects.object.AgreementState;
import dev.paritas.semanticobjects.object.AuthoritativeRead;
import dev.paritas.semanticobjects.object.CanonicalHandle;
import dev.paritas.semanticobjects.object.FinalizationPath;
import dev.paritas.semanticobjects.object.FinalizationPath.FinalizationStage;
import dev.paritas.semanticobjects.object.OperationInstance;
import dev.paritas.semanticobjects.object.PrestateBinding;
import dev.paritas.semanticobjects.object.ProgressContract;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Questions about one bundle (spec 30 §12). */
final class SemanticQueries {
    private final SemanticObjects bundle;
    private final FinalizationView view;
    private final Map<String, List<ProgressContract>> progress;
    private final Map<String, List<AgreementContract>> contracts;
    private final Map<String, List<PrestateBinding>> bindings;
    private final Map<String, List<AgreementEvidence>> evidence;
    private final Map<String, List<AgreementState>> states;

    public SemanticQueries(SemanticObjects bundle) {
        this.bundle = bundle;
        this.view = new FinalizationView(bundle);
        this.progress = byOperation(bundle.progressContracts(), ProgressContract::operationId);
        this.contracts = byOperation(bundle.agreementContracts(), AgreementContract::operationId);
        this.bindings = byOperation(bundle.prestateBindings(), PrestateBinding::operationId);
        this.evidence = byOperation(bundle.agreementEvidence(), AgreementEvidence::operationId);
        this.states = byOperation(bundle.agreementStates(), AgreementState::operationId);
    }

    private static <T> Map<String, List<T>> byOperation(List<T> items, Function<T, String> operationId) {
        Map<String, List<T>> grouped = new HashMap<>();
        for (T item : items) {
            grouped.computeIfAbsent(operationId.apply(item), ignored -> new ArrayList<>(1))
                    .add(item);
        }
        return grouped;
    }

    /** {@return whether others may rely on the operation: it needs a proof or has published} */
    public static boolean isParityCritical(OperationInstance operation) {
        return operation.requiresProof() || operation.terminalPublication() != null;
    }

    /** {@return whether the operation is final only with a canonical handle} */
    public static boolean requiresExplicitFinalization(OperationInstance operation) {
        return operation.requiresProof() || DerivedHandoffs.PUBLICATION.equals(operation.terminalPublication());
    }

    /**
     * {@return the authoritative read with that id}
     *
     * @throws ProblemException ({@link SemanticQueryProblem}) when it is only observed, or unknown
     */
    public AuthoritativeRead requireAuthoritativeRead(String readId) {
        Optional<AuthoritativeRead> found = bundle.authoritativeReads().stream()
                .filter(read -> read.readId().equals(readId))
                .findFirst();
        return found.orElseThrow(() ->
                bundle.observedReads().stream().anyMatch(read -> read.readId().equals(readId))
                        ? new ProblemException(new SemanticQueryProblem.OnlyObserved(readId))
                        : new ProblemException(new SemanticQueryProblem.UnknownRead(readId)));
    }

    /**
     * {@return the canonical handle with that id}
     *
     * @throws ProblemException ({@link SemanticQueryProblem}) without one
     */
    public CanonicalHandle requireCanonicalHandle(String handleId) {
        return bundle.canonicalHandles().stream()
                .filter(handle -> handle.handleId().equals(handleId))
                .findFirst()
                .orElseThrow(() -> new ProblemException(new SemanticQueryProblem.MissingHandle(handleId)));
    }

    /** {@return whether a contract tracks every parity-critical operation} */
    public boolean everyParityCriticalOperationIsTracked() {
        return bundle.operationInstances().stream()
                .filter(SemanticQueries::isParityCritical)
                .allMatch(operation -> progress.getOrDefault(operation.operationId(), List.of()).stream()
                        .anyMatch(contract -> ContractAlgebra.tracks(contract, operation)));
    }

    /** {@return whether every operation that needs one has a handle, unless it was rejected or invalidated} */
    public boolean everyExplicitFinalizationIsSettled() {
        return bundle.operationInstances().stream()
                .filter(SemanticQueries::requiresExplicitFinalization)
                .map(OperationInstance::operationId)
                .distinct()
                .allMatch(operationId -> view.path(operationId)
                        .map(path -> !path.canonicalHandleIds().isEmpty()
                                || path.stage() == FinalizationStage.REJECTED
                                || path.stage() == FinalizationStage.INVALIDATED)
                        .orElse(false));
    }

    /** {@return whether the operation's result may be used while its agreement is provisional} */
    public boolean isProvisionallyUsable(OperationInstance operation) {
        String id = operation.operationId();
        return contracts.getOrDefault(id, List.of()).stream()
                .filter(contract -> AgreementRules.tracks(contract, operation))
                .anyMatch(contract -> states.getOrDefault(id, List.of()).stream()
                        .anyMatch(state -> AgreementRules.isProvisionallyUsable(state, contract)));
    }

    /** {@return whether evidence, binding and state admit the finalization that the operation's path shows} */
    public boolean isFinalizationBacked(OperationInstance operation) {
        boolean shown = view.path(operation.operationId())
                .map(FinalizationPath::stage)
                .map(SemanticQueries::isBeyondReads)
                .orElse(false);
        return shown
                && contracts.getOrDefault(operation.operationId(), List.of()).stream()
                        .filter(contract -> AgreementRules.tracks(contract, operation))
                        .anyMatch(this::isFinalizationAdmissible);
    }

    private static boolean isBeyondReads(FinalizationStage stage) {
        return switch (stage) {
            case MATERIALIZED, CANONICAL, REJECTED, INVALIDATED -> true;
            case OBSERVED, AUTHORITATIVE -> false;
        };
    }

    private boolean isFinalizationAdmissible(AgreementContract contract) {
        String id = contract.operationId();
        return states.getOrDefault(id, List.of()).stream()
                .filter(state -> AgreementRules.isFinalizedUnder(state, contract))
                .anyMatch(ignored -> bindings.getOrDefault(id, List.of()).stream()
                                .anyMatch(binding -> AgreementRules.binds(binding, contract))
                        && evidence.getOrDefault(id, List.of()).stream()
                                .anyMatch(item -> AgreementRules.finalizes(item, contract)));
    }
}

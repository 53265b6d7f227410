package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.object.AgreementContract;
import dev.paritas.semanticobjects.object.AgreementEvidence;
import dev.paritas.semanticobjects.object.AgreementProfile;
import dev.paritas.semanticobjects.object.AgreementState;
import dev.paritas.semanticobjects.object.AuthoritativeRead;
import dev.paritas.semanticobjects.object.CanonicalHandle;
import dev.paritas.semanticobjects.object.MaterializationProof;
import dev.paritas.semanticobjects.object.ObservedRead;
import dev.paritas.semanticobjects.object.OperationInstance;
import dev.paritas.semanticobjects.object.OutstandingEffect;
import dev.paritas.semanticobjects.object.PrestateBinding;
import dev.paritas.semanticobjects.object.ProgressContract;
import dev.paritas.semanticobjects.object.ProgressTransition;
import dev.paritas.semanticobjects.object.PublicationEvent;
import dev.paritas.semanticobjects.object.Region;
import dev.paritas.semanticobjects.object.SemanticHandoff;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.object.TransformationObligation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Stable sorts of every list of the bundle (spec 30 §11). Lists inside objects keep their order. */
final class CanonicalOrder {
    private CanonicalOrder() {}

    static SemanticObjects sorted(SemanticObjects bundle) {
        return new SemanticObjects(
                sorted(bundle.operationInstances(), byText(OperationInstance::operationId)),
                sorted(bundle.outstandingEffects(), byNumber(OutstandingEffect::effectId)),
                sorted(bundle.semanticHandoffs(), byNumber(SemanticHandoff::handoffId)),
                sorted(bundle.transformationObligations(), byNumber(TransformationObligation::handoffId)),
                sorted(bundle.authoritativeReads(), byText(AuthoritativeRead::readId)),
                sorted(bundle.observedReads(), byText(ObservedRead::readId)),
                sorted(bundle.materializationProofs(), byText(MaterializationProof::proofId)),
                sorted(bundle.canonicalHandles(), byText(CanonicalHandle::handleId)),
                sorted(bundle.publicationEvents(), byText(PublicationEvent::publicationId)),
                sorted(bundle.prestateBindings(), byText(PrestateBinding::bindingId)),
                sorted(bundle.agreementProfiles(), byText(AgreementProfile::profileName)),
                sorted(bundle.agreementContracts(), byText(AgreementContract::contractName)),
                sorted(bundle.agreementEvidence(), byText(AgreementEvidence::evidenceId)),
                sorted(bundle.agreementStates(), agreementStates()),
                sorted(bundle.regions(), byText(Region::regionId)),
                sorted(bundle.progressContracts(), byText(ProgressContract::operationId)),
                sorted(bundle.progressTransitions(), transitions()));
    }

    private static Comparator<AgreementState> agreementStates() {
        return byText(AgreementState::operationId)
                .thenComparing(byText(AgreementState::contractName))
                .thenComparing(AgreementState::level)
                .thenComparing(byNumber(state -> {
                    Long tick = state.lastUpdatedTick();
                    return tick == null ? 0 : tick;
                }));
    }

    private static Comparator<ProgressTransition> transitions() {
        return CanonicalOrder.<ProgressTransition>byNumber(ProgressTransition::tick)
                .thenComparing(byText(ProgressTransition::operationId))
                .thenComparing(ProgressTransition::fromState)
                .thenComparing(ProgressTransition::toState);
    }

    private static <T> Comparator<T> byText(Function<T, String> key) {
        return (left, right) -> CodePointOrder.INSTANCE.compare(key.apply(left), key.apply(right));
    }

    private static <T> Comparator<T> byNumber(ToLongFunction<T> key) {
        return (left, right) -> Long.compareUnsigned(key.applyAsLong(left), key.applyAsLong(right));
    }

    private static <T> List<T> sorted(List<T> items, Comparator<T> order) {
        List<T> copy = new ArrayList<>(items);
        copy.sort(order);
        return copy;
    }
}

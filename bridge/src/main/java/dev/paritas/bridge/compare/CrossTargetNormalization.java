package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The form in which bundles of two back ends are compared (spec 30 §17). */
final class CrossTargetNormalization {
    static final String HANDLER = "<normalized-handler>";
    private static final String WASM_HOST = "wasm/host";
    private static final ReadPolicy OWN_OUTPUT = ReadPolicy.STRICT.withMaxBytes(Long.MAX_VALUE);

    private static final Set<String> WITH_HANDLER =
            Set.of("operation_instances", "outstanding_effects", "observed_reads");
    private static final Set<String> WITH_OWNER = Set.of(
            "operation_instances",
            "outstanding_effects",
            "authoritative_reads",
            "canonical_handles",
            "publication_events",
            "agreement_contracts",
            "agreement_evidence",
            "agreement_states",
            "regions");

    private CrossTargetNormalization() {}

    /**
     * {@return the bundle with one name for every handler, without the host as owner, and every list sorted by its
     * compact declaration-order text without repeats}
     */
    static SemanticObjects of(SemanticObjects objects) {
        if (!(SemanticObjects.CODEC.toTree(objects) instanceof JsonValue.Obj(var lists))) {
            return objects;
        }
        Map<String, JsonValue> normal = new TreeMap<>();
        lists.forEach((name, list) -> normal.put(name, list(name, list)));
        return sorted(SemanticObjects.CODEC.fromTree(new JsonValue.Obj(normal), OWN_OUTPUT));
    }

    private static JsonValue list(String name, JsonValue list) {
        return list instanceof JsonValue.Array(var elements)
                ? new JsonValue.Array(
                        elements.stream().map(element -> element(name, element)).toList())
                : list;
    }

    private static JsonValue element(String list, JsonValue element) {
        if (!(element instanceof JsonValue.Obj(var members))) {
            return element;
        }
        Map<String, JsonValue> changed = new TreeMap<>(members);
        if (WITH_HANDLER.contains(list)) {
            changed.computeIfPresent(
                    "handler_identity",
                    (ignored, old) -> old instanceof JsonValue.Null ? old : new JsonValue.Text(HANDLER));
        }
        if (WITH_OWNER.contains(list)) {
            changed.computeIfPresent("owner_id", (ignored, old) -> withoutHost(old));
        }
        if (list.equals("prestate_bindings")) {
            changed.computeIfPresent("participant_digest", (ignored, old) -> withoutHost(old));
        }
        return new JsonValue.Obj(changed);
    }

    private static JsonValue withoutHost(JsonValue owner) {
        return owner.equals(new JsonValue.Text(WASM_HOST)) ? JsonValue.NULL : owner;
    }

    private static SemanticObjects sorted(SemanticObjects objects) {
        return new SemanticObjects(
                sorted(objects.operationInstances(), OperationInstance.CODEC),
                sorted(objects.outstandingEffects(), OutstandingEffect.CODEC),
                sorted(objects.semanticHandoffs(), SemanticHandoff.CODEC),
                sorted(objects.transformationObligations(), TransformationObligation.CODEC),
                sorted(objects.authoritativeReads(), AuthoritativeRead.CODEC),
                sorted(objects.observedReads(), ObservedRead.CODEC),
                sorted(objects.materializationProofs(), MaterializationProof.CODEC),
                sorted(objects.canonicalHandles(), CanonicalHandle.CODEC),
                sorted(objects.publicationEvents(), PublicationEvent.CODEC),
                sorted(objects.prestateBindings(), PrestateBinding.CODEC),
                sorted(objects.agreementProfiles(), AgreementProfile.CODEC),
                sorted(objects.agreementContracts(), AgreementContract.CODEC),
                sorted(objects.agreementEvidence(), AgreementEvidence.CODEC),
                sorted(objects.agreementStates(), AgreementState.CODEC),
                sorted(objects.regions(), Region.CODEC),
                sorted(objects.progressContracts(), ProgressContract.CODEC),
                sorted(objects.progressTransitions(), ProgressTransition.CODEC));
    }

    private static <T> List<T> sorted(List<T> list, Codec<T> codec) {
        record Keyed<T>(byte[] key, T value) {}
        Comparator<Keyed<T>> byText = Comparator.comparing(Keyed::key, Arrays::compareUnsigned);
        return list.stream()
                .map(value -> new Keyed<>(JsonOutput.declaredBytes(codec, value), value))
                .sorted(byText)
                .map(Keyed::value)
                .distinct()
                .toList();
    }
}

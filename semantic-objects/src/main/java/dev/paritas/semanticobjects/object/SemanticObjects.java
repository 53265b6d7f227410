package dev.paritas.semanticobjects.object;

import static dev.paritas.semanticobjects.json.Field.defaulted;
import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.SchemaVersionCodec;
import java.util.List;

/**
 * The bundle of all semantic objects of a run, a view derived from the machine's logs (spec 30 §4.16). A list that came
 * later may be missing on input; the schema version may not.
 */
public record SemanticObjects(
        List<OperationInstance> operationInstances,
        List<OutstandingEffect> outstandingEffects,
        List<SemanticHandoff> semanticHandoffs,
        List<TransformationObligation> transformationObligations,
        List<AuthoritativeRead> authoritativeReads,
        List<ObservedRead> observedReads,
        List<MaterializationProof> materializationProofs,
        List<CanonicalHandle> canonicalHandles,
        List<PublicationEvent> publicationEvents,
        List<PrestateBinding> prestateBindings,
        List<AgreementProfile> agreementProfiles,
        List<AgreementContract> agreementContracts,
        List<AgreementEvidence> agreementEvidence,
        List<AgreementState> agreementStates,
        List<Region> regions,
        List<ProgressContract> progressContracts,
        List<ProgressTransition> progressTransitions) {
    public static final String SCHEMA_VERSION = "protocol_machine.semantic_objects.v1";

    public static final Codec<SemanticObjects> CODEC = ObjectCodec.of(
                    "SemanticObjects",
                    field(
                            "operation_instances",
                            Codec.listOf(OperationInstance.CODEC),
                            SemanticObjects::operationInstances),
                    field(
                            "outstanding_effects",
                            Codec.listOf(OutstandingEffect.CODEC),
                            SemanticObjects::outstandingEffects),
                    field("semantic_handoffs", Codec.listOf(SemanticHandoff.CODEC), SemanticObjects::semanticHandoffs),
                    defaulted(
                            "transformation_obligations",
                            Codec.listOf(TransformationObligation.CODEC),
                            SemanticObjects::transformationObligations,
                            List.of()),
                    field(
                            "authoritative_reads",
                            Codec.listOf(AuthoritativeRead.CODEC),
                            SemanticObjects::authoritativeReads),
                    field("observed_reads", Codec.listOf(ObservedRead.CODEC), SemanticObjects::observedReads),
                    field(
                            "materialization_proofs",
                            Codec.listOf(MaterializationProof.CODEC),
                            SemanticObjects::materializationProofs),
                    field("canonical_handles", Codec.listOf(CanonicalHandle.CODEC), SemanticObjects::canonicalHandles),
                    defaulted(
                            "publication_events",
                            Codec.listOf(PublicationEvent.CODEC),
                            SemanticObjects::publicationEvents,
                            List.of()),
                    defaulted(
                            "prestate_bindings",
                            Codec.listOf(PrestateBinding.CODEC),
                            SemanticObjects::prestateBindings,
                            List.of()),
                    defaulted(
                            "agreement_profiles",
                            Codec.listOf(AgreementProfile.CODEC),
                            SemanticObjects::agreementProfiles,
                            List.of()),
                    defaulted(
                            "agreement_contracts",
                            Codec.listOf(AgreementContract.CODEC),
                            SemanticObjects::agreementContracts,
                            List.of()),
                    defaulted(
                            "agreement_evidence",
                            Codec.listOf(AgreementEvidence.CODEC),
                            SemanticObjects::agreementEvidence,
                            List.of()),
                    defaulted(
                            "agreement_states",
                            Codec.listOf(AgreementState.CODEC),
                            SemanticObjects::agreementStates,
                            List.of()),
                    field("regions", Codec.listOf(Region.CODEC), SemanticObjects::regions),
                    field(
                            "progress_contracts",
                            Codec.listOf(ProgressContract.CODEC),
                            SemanticObjects::progressContracts),
                    defaulted(
                            "progress_transitions",
                            Codec.listOf(ProgressTransition.CODEC),
                            SemanticObjects::progressTransitions,
                            List.of()),
                    SemanticObjects::new)
            .headed("schema_version", new SchemaVersionCodec(SCHEMA_VERSION, ""), SCHEMA_VERSION);

    public SemanticObjects {
        operationInstances = List.copyOf(operationInstances);
        outstandingEffects = List.copyOf(outstandingEffects);
        semanticHandoffs = List.copyOf(semanticHandoffs);
        transformationObligations = List.copyOf(transformationObligations);
        authoritativeReads = List.copyOf(authoritativeReads);
        observedReads = List.copyOf(observedReads);
        materializationProofs = List.copyOf(materializationProofs);
        canonicalHandles = List.copyOf(canonicalHandles);
        publicationEvents = List.copyOf(publicationEvents);
        prestateBindings = List.copyOf(prestateBindings);
        agreementProfiles = List.copyOf(agreementProfiles);
        agreementContracts = List.copyOf(agreementContracts);
        agreementEvidence = List.copyOf(agreementEvidence);
        agreementStates = List.copyOf(agreementStates);
        regions = List.copyOf(regions);
        progressContracts = List.copyOf(progressContracts);
        progressTransitions = List.copyOf(progressTransitions);
    }

    private static final SemanticObjects EMPTY = new SemanticObjects(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** {@return the bundle without any object, which also stands for a wholly absent bundle} */
    public static SemanticObjects empty() {
        return EMPTY;
    }
}

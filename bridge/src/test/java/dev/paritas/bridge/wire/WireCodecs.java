package dev.paritas.bridge.wire;

import dev.paritas.admission.claim.ProtocolBundle;
import dev.paritas.admission.gate.RuntimeContracts;
import dev.paritas.bridge.compare.TickedEvent;
import dev.paritas.machine.ledger.AuthorityArtifact;
import dev.paritas.machine.ledger.AuthorityAuditRecord;
import dev.paritas.machine.ledger.CapabilityArtifact;
import dev.paritas.machine.ledger.CapabilityLifecycleRecord;
import dev.paritas.machine.ledger.DelegationAuditRecord;
import dev.paritas.machine.ledger.SemanticAuditRecord;
import dev.paritas.search.bundle.SearchParityBundle;
import dev.paritas.search.object.SearchEffort;
import dev.paritas.search.object.SearchFullState;
import dev.paritas.search.object.SearchVectors;
import dev.paritas.semanticobjects.effect.EffectExchange;
import dev.paritas.semanticobjects.effect.EffectMetadata;
import dev.paritas.semanticobjects.effect.EffectOutcome;
import dev.paritas.semanticobjects.effect.EffectRequest;
import dev.paritas.semanticobjects.effect.EffectTraceEntry;
import dev.paritas.semanticobjects.effect.OutputConditionCheck;
import dev.paritas.semanticobjects.effect.TopologyEvent;
import dev.paritas.semanticobjects.effect.WalSyncRequest;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.fault.Fault;
import dev.paritas.semanticobjects.fault.FaultClass;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.membership.ReconfigurationPlan;
import dev.paritas.semanticobjects.membership.ReconfigurationSnapshot;
import dev.paritas.semanticobjects.membership.RuntimeUpgradeRequest;
import dev.paritas.semanticobjects.membership.TheoremBoundary;
import dev.paritas.semanticobjects.object.FinalizationPath;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.run.EffectRecord;
import dev.paritas.semanticobjects.run.RefinementSlice;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.StepState;
import dev.paritas.semanticobjects.run.TraceEvent;
import dev.paritas.semanticobjects.run.TransitionSummary;
import dev.paritas.semanticobjects.value.Edge;
import dev.paritas.semanticobjects.value.Endpoint;
import dev.paritas.semanticobjects.value.FixedQ32;
import dev.paritas.semanticobjects.value.ValType;
import dev.paritas.semanticobjects.value.Value;
import dev.paritas.simulation.lifecycle.SemanticEffectBundle;
import java.util.stream.Stream;

/** The codecs of every document and record that stands alone; all others are reached through them. */
public enum WireCodecs {
    VALUE(Value.CODEC),
    VAL_TYPE(ValType.CODEC),
    FIXED_Q32(FixedQ32.CODEC),
    ENDPOINT(Endpoint.CODEC),
    EDGE(Edge.CODEC),
    FAULT(Fault.CODEC),
    FAULT_CLASS(FaultClass.CODEC),
    EFFECT_METADATA(EffectMetadata.CODEC),
    EFFECT_REQUEST(EffectRequest.CODEC),
    EFFECT_OUTCOME(EffectOutcome.CODEC),
    EFFECT_EXCHANGE(EffectExchange.CODEC),
    EFFECT_TRACE_ENTRY(EffectTraceEntry.CODEC),
    TOPOLOGY_EVENT(TopologyEvent.CODEC),
    WAL_SYNC_REQUEST(WalSyncRequest.CODEC),
    OUTPUT_CONDITION_CHECK(OutputConditionCheck.CODEC),
    OBSERVABLE_EVENT(ObservableEvent.CODEC),
    TICKED_EVENT(TickedEvent.CODEC),
    SEMANTIC_OBJECTS(SemanticObjects.CODEC),
    FINALIZATION_PATH(FinalizationPath.CODEC),
    AUTHORITY_ARTIFACT(AuthorityArtifact.CODEC),
    AUTHORITY_AUDIT_RECORD(AuthorityAuditRecord.CODEC),
    DELEGATION_AUDIT_RECORD(DelegationAuditRecord.CODEC),
    CAPABILITY_ARTIFACT(CapabilityArtifact.CODEC),
    CAPABILITY_LIFECYCLE_RECORD(CapabilityLifecycleRecord.CODEC),
    SEMANTIC_AUDIT_RECORD(SemanticAuditRecord.CODEC),
    RUNTIME_CONTRACTS(RuntimeContracts.CODEC),
    THEOREM_BOUNDARY(TheoremBoundary.CODEC),
    REFINEMENT_SLICE(RefinementSlice.CODEC),
    TRANSITION_SUMMARY(TransitionSummary.CODEC),
    TRACE_EVENT(TraceEvent.CODEC),
    STEP_STATE(StepState.CODEC),
    EFFECT_RECORD(EffectRecord.CODEC),
    RUN_OUTPUT(RunOutput.CODEC),
    PROTOCOL_BUNDLE(ProtocolBundle.CODEC),
    RECONFIGURATION_PLAN(ReconfigurationPlan.CODEC),
    RECONFIGURATION_SNAPSHOT(ReconfigurationSnapshot.CODEC),
    RUNTIME_UPGRADE_REQUEST(RuntimeUpgradeRequest.CODEC),
    SEARCH_PARITY(SearchParityBundle.CODEC),
    SEARCH_VECTORS(SearchVectors.CODEC),
    SEARCH_FULL_STATE(SearchFullState.CODEC),
    SEARCH_EFFORT(SearchEffort.CODEC),
    SEMANTIC_EFFECTS(SemanticEffectBundle.CODEC),
    JSON_VALUE(JsonValue.CODEC);

    private final Codec<?> codec;

    WireCodecs(Codec<?> codec) {
        this.codec = codec;
    }

    @SuppressWarnings("unchecked") // values go back into the codec they came from
    public Codec<Object> codec() {
        return (Codec<Object>) codec;
    }

    public static Stream<WireCodecs> all() {
        return Stream.of(values());
    }
}

package dev.paritas.app.schema;

import dev.paritas.admission.claim.ProtocolBundle;
import dev.paritas.bridge.bundle.AdmissionRequest;
import dev.paritas.bridge.bundle.CapabilityModelRequest;
import dev.paritas.bridge.bundle.TransitionRequest;
import dev.paritas.bridge.conform.ConformanceReport;
import dev.paritas.bridge.conform.LogMapping;
import dev.paritas.bridge.golden.CoherenceBundle;
import dev.paritas.bridge.golden.EquivalenceResult;
import dev.paritas.bridge.golden.GoldenBundle;
import dev.paritas.bridge.implementation.ProtocolMachineRunInput;
import dev.paritas.bridge.implementation.SimRunInput;
import dev.paritas.bridge.implementation.SimRunOutput;
import dev.paritas.bridge.implementation.SimulationValidation;
import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.heap.document.HeapParityCorpus;
import dev.paritas.heap.document.HeapParityOutput;
import dev.paritas.heap.document.HeapVectors;
import dev.paritas.machine.tape.EffectTape;
import dev.paritas.search.bundle.SearchParityBundle;
import dev.paritas.search.object.SearchVectors;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.membership.ReconfigurationEvent;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.SessionStatus;
import dev.paritas.semanticobjects.run.StepState;
import dev.paritas.semanticobjects.run.TraceEvent;
import dev.paritas.simulation.field.FieldParameters;
import dev.paritas.simulation.lifecycle.SemanticEffectBundle;
import dev.paritas.simulation.scenario.Scenario;
import java.util.Arrays;
import java.util.Optional;

/** A document with a published schema; the codec beside it accepts exactly what the schema accepts. */
public enum BridgeDocument {
    GLOBAL_TYPE("lean_bridge.v1/global_type", "Global type", TypeCodec.GLOBAL),
    LOCAL_TYPE("lean_bridge.v1/local_type", "Local type", TypeCodec.LOCAL),
    CHOREOGRAPHY("lean_bridge.v1/choreography", "Choreography with its roles", ChoreographyJson.CODEC),
    RUN_INPUT("lean_bridge.v1/run_input", "Run request", ProtocolMachineRunInput.CODEC),
    RUN_OUTPUT("lean_bridge.v1/run_output", "Run output", RunOutput.CODEC),
    TRACE_EVENT("lean_bridge.v1/trace_event", "Trace event", TraceEvent.CODEC),
    STEP_STATE("lean_bridge.v1/step_state", "Step state", StepState.CODEC),
    SIM_RUN_INPUT("lean_bridge.v1/sim_run_input", "Simulation request", SimRunInput.CODEC),
    SIM_RUN_OUTPUT("lean_bridge.v1/sim_run_output", "Simulation answer", SimRunOutput.CODEC),
    SIM_TRACE_VALIDATION(
            "lean_bridge.v1/sim_trace_validation", "Verdict on a simulation's trace", SimulationValidation.CODEC),
    SCENARIO("paritas.scenario.v1", "Scenario of the simulator", Scenario.CODEC),
    FIELD_PARAMETERS("paritas.field_parameters.v1", "Field layer of a scenario", FieldParameters.CODEC),
    EFFECT_TAPE(EffectTape.SCHEMA_VERSION, "Effects of a run with their answers", EffectTape.CODEC),
    SESSION_STATUS("lean_bridge.v1/session_status", "Session status", SessionStatus.CODEC),
    GOLDEN_BUNDLE("lean_bridge.v1/golden_bundle", "Golden case", GoldenBundle.CODEC),
    COHERENCE_BUNDLE("lean_bridge.v1/coherence_bundle", "Coherence flags of a global type", CoherenceBundle.CODEC),
    EQUIVALENCE_RESULT(
            "lean_bridge.v1/equivalence_result", "One projection beside the expected one", EquivalenceResult.CODEC),
    SEMANTIC_OBJECTS("protocol_machine.semantic_objects.v1", "Semantic objects of a run", SemanticObjects.CODEC),
    SEMANTIC_EFFECTS("semantic_effect_parity_v1", "Reduced semantic-effect bundle", SemanticEffectBundle.CODEC),
    SEARCH_PARITY("search_parity_v13", "Reduced search bundle", SearchParityBundle.CODEC),
    SEARCH_VECTORS("search_vectors_v1", "Published search", SearchVectors.CODEC),
    HEAP_PARITY_CORPUS("heap_lean_parity_v1", "Heap parity corpus", HeapParityCorpus.CODEC),
    HEAP_VECTORS("heap_vectors_v1", "Heap digest vectors", HeapVectors.CODEC),
    HEAP_PARITY_OUTPUT("lean_heap_parity.v1", "Output of a heap parity runner", HeapParityOutput.CODEC),
    PROTOCOL_BUNDLE("protocol_bundle.v1", "Protocol bundle", ProtocolBundle.CODEC),
    TRANSITION_REQUEST("lean_bridge.v1/transition_request", "Transition request", TransitionRequest.CODEC),
    RECONFIGURATION_EVENT("lean_bridge.v1/reconfiguration_event", "Change of membership", ReconfigurationEvent.CODEC),
    CAPABILITY_MODEL_REQUEST(
            "lean_bridge.v1/capability_model_request", "Capability model request", CapabilityModelRequest.CODEC),
    ADMISSION_REQUEST(AdmissionRequest.SCHEMA_VERSION, "Bundles before a composed runtime", AdmissionRequest.CODEC),
    CONFORMANCE(ConformanceReport.SCHEMA_VERSION, "What a log says about its protocol", ConformanceReport.CODEC),
    LOG_MAPPING("paritas.log_mapping.v1", "Where the events of a log say what", LogMapping.CODEC);

    private final String id;
    private final String title;
    private final Codec<?> codec;

    BridgeDocument(String id, String title, Codec<?> codec) {
        this.id = id;
        this.title = title;
        this.codec = codec;
    }

    /** {@return the schema's name: version and document} */
    public String id() {
        return id;
    }

    /** {@return the document with this id} */
    public static Optional<BridgeDocument> of(String id) {
        return Arrays.stream(values())
                .filter(document -> document.id.equals(id))
                .findFirst();
    }

    /** {@return what the document is, in a few words} */
    public String title() {
        return title;
    }

    /** {@return the resource that holds the schema, relative to this package} */
    public String resource() {
        return id + ".schema.json";
    }

    /** {@return the codec that reads and writes the document} */
    public Codec<?> codec() {
        return codec;
    }

    /** {@return the schema's text as the codec's shape implies it, pretty, with a final newline} */
    public String derivedText() {
        JsonValue schema = SchemaWriter.document("urn:paritas:schema:" + id.replace('/', ':'), title, codec.shape());
        return JsonOutput.prettyText(JsonValue.CODEC, schema) + "\n";
    }
}

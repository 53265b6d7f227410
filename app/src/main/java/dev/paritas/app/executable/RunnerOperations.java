package dev.paritas.app.executable;

import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.bridge.implementation.SimRunOutput;
import dev.paritas.bridge.scenario.ReferenceSimulation;
import dev.paritas.model.machine.LeanInputCode;
import dev.paritas.model.machine.LeanInputException;
import dev.paritas.model.machine.LeanRequest;
import dev.paritas.model.machine.TraceIssue;
import dev.paritas.model.machine.TraceValidation;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.run.BridgeVersion;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.SessionStatus;
import dev.paritas.semanticobjects.run.StepState;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.List;
import java.util.Optional;

/** What the machine runner can do, and the JSON of its answers, members ascending (spec 22 §1, §10, §12). */
final class RunnerOperations implements DocumentRole {
    private static final Codec<List<TraceEvent>> TRACE = Codec.listOf(TraceEvent.RUNNER_CODEC);
    private static final Codec<List<StepState>> STEP_STATES = Codec.listOf(StepState.RUNNER_CODEC);
    private static final Codec<List<SessionStatus>> SESSIONS = Codec.listOf(SessionStatus.CODEC);

    @Override
    public String name() {
        return "protocol_machine_runner";
    }

    @Override
    public String kind() {
        return ImplementationId.JAVA_MODEL;
    }

    @Override
    public List<String> operations() {
        return List.of("run", "runSimulation", "validateSimulationTrace", "validateTrace");
    }

    /** Serves a request; a refused run is an error of this request alone. */
    @Override
    public Answer perform(String operation, JsonValue payload) {
        try {
            return operation.equals("run") ? run(payload) : operation(operation, payload);
        } catch (LeanInputException e) {
            throw new RoleException(code(e.code()), String.valueOf(e.getMessage()));
        }
    }

    private static RoleErrorCode code(LeanInputCode code) {
        return switch (code) {
            case UNSUPPORTED_OPERATION -> RoleErrorCode.UNKNOWN_OPERATION;
            case TOO_LARGE -> RoleErrorCode.TOO_LARGE;
            case BAD_REQUEST, BAD_CHOREOGRAPHY, BAD_IMAGE, TOO_MANY_SESSIONS, TOO_MANY_COROUTINES ->
                RoleErrorCode.REFUSED;
        };
    }

    @Override
    public Answer answer(JsonValue document) {
        return document instanceof JsonValue.Obj(var members)
                        && members.get("operation") instanceof JsonValue.Text(String operation)
                ? operation(operation, members.getOrDefault("payload", JsonValue.NULL))
                : run(document);
    }

    private static Answer run(JsonValue request) {
        RunOutput output = LeanRequest.run(request);
        // Echoed as it came: the model's naturals have no end.
        JsonValue concurrency = request instanceof JsonValue.Obj(var members)
                ? members.getOrDefault("concurrency", JsonValue.NULL)
                : JsonValue.NULL;
        return out -> write(out, output, concurrency);
    }

    private static Answer operation(String operation, JsonValue payload) {
        return switch (operation) {
            case "validateTrace" -> verdict(TraceValidation.validateTrace(payload));
            case "validateSimulationTrace" -> verdict(TraceValidation.validateSimulationTrace(payload));
            case "runSimulation" -> simulation(payload);
            default ->
                throw new LeanInputException(
                        LeanInputCode.UNSUPPORTED_OPERATION, "unsupported operation: " + operation);
        };
    }

    private static void write(JsonOutput out, RunOutput output, JsonValue concurrency) {
        JsonValue.CODEC.write(out.beginObject().name("concurrency"), concurrency);
        BridgeVersion.CODEC.write(out.name("schema_version"), BridgeVersion.CURRENT);
        SESSIONS.write(out.name("sessions"), output.sessions());
        out.name("status").string(output.status());
        STEP_STATES.write(out.name("step_states"), output.stepStates());
        out.name("steps_executed").unsigned(output.stepsExecuted());
        TRACE.write(out.name("trace"), output.trace());
        out.endObject();
    }

    private static Answer verdict(Optional<TraceIssue> issue) {
        return out -> {
            errors(out.beginObject(), issue.stream().toList());
            out.name("valid").bool(issue.isEmpty()).endObject();
        };
    }

    private static JsonOutput errors(JsonOutput out, List<TraceIssue> issues) {
        out.name("errors").beginArray();
        for (TraceIssue issue : issues) {
            out.beginObject().name("code").string(issue.code());
            out.name("message").string(issue.message());
            out.name("path").string(issue.path()).endObject();
        }
        return out.endArray();
    }

    private static Answer simulation(JsonValue payload) {
        SimRunOutput output = ReferenceSimulation.of(payload);
        return out -> SimRunOutput.RUNNER_CODEC.write(out, output);
    }
}

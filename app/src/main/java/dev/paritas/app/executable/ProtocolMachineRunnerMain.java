package dev.paritas.app.executable;

import dev.paritas.app.executable.Executable.Answer;
import dev.paritas.bridge.implementation.ImplementationId;
import dev.paritas.bridge.implementation.SimRunOutput;
import dev.paritas.bridge.scenario.ReferenceSimulation;
import dev.paritas.model.machine.ModelInputCode;
import dev.paritas.model.machine.ModelInputProblem;
import dev.paritas.model.machine.ModelRequest;
import dev.paritas.model.machine.TraceIssue;
import dev.paritas.model.machine.TraceValidation;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.run.BridgeVersion;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.SessionStatus;
import dev.paritas.semanticobjects.run.StepState;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The executable {@code protocol_machine_runner} (spec 22 §1): the model's runs and its judgements of traces, members
 * ascending (spec 22 §10, §12).
 */
public final class ProtocolMachineRunnerMain {
    private static final Codec<List<TraceEvent>> TRACE = Codec.listOf(TraceEvent.RUNNER_CODEC);
    private static final Codec<List<StepState>> STEP_STATES = Codec.listOf(StepState.RUNNER_CODEC);
    private static final Codec<List<SessionStatus>> SESSIONS = Codec.listOf(SessionStatus.CODEC);

    private static final String RUN = "run";

    static final Executable EXECUTABLE = new Executable(
            "protocol_machine_runner",
            ImplementationId.JAVA_MODEL,
            BridgeVersion.CURRENT,
            Map.of(
                    RUN,
                    asked(ProtocolMachineRunnerMain::run),
                    "runSimulation",
                    asked(ProtocolMachineRunnerMain::simulation),
                    "validateSimulationTrace",
                    asked(payload -> verdict(TraceValidation.validateSimulationTrace(payload))),
                    "validateTrace",
                    asked(payload -> verdict(TraceValidation.validateTrace(payload)))),
            OneShotForms.document(ProtocolMachineRunnerMain::answer));

    private ProtocolMachineRunnerMain() {}

    public static void main(String[] args) {
        EXECUTABLE.main(args);
    }

    /** {@return the exit code} */
    public static int run(List<String> args, InputStream in, OutputStream out, OutputStream err) {
        return EXECUTABLE.run(args, in, out, err);
    }

    /** A document that names an operation is its envelope; any other one is a run. */
    private static Answer answer(JsonValue document) {
        if (document instanceof JsonValue.Obj(var members)
                && members.get("operation") instanceof JsonValue.Text(String operation)) {
            if (operation.equals(RUN)) {
                throw RequestException.unknown(operation);
            }
            return EXECUTABLE.perform(operation, members.getOrDefault("payload", JsonValue.NULL));
        }
        return EXECUTABLE.perform(RUN, document);
    }

    /** {@return the operation, whose refusals are errors of the request alone} */
    private static Executable.Operation asked(Function<JsonValue, Answer> model) {
        return payload -> {
            try {
                return model.apply(payload);
            } catch (ProblemException e) {
                ModelInputProblem problem = e.only(ModelInputProblem.class);
                throw new RequestException(error(problem.kind()), problem.sentence());
            }
        };
    }

    private static RequestError error(ModelInputCode code) {
        return switch (code) {
            case UNSUPPORTED_OPERATION -> RequestError.UNKNOWN_OPERATION;
            case TOO_LARGE -> RequestError.TOO_LARGE;
            case BAD_REQUEST, BAD_CHOREOGRAPHY, BAD_IMAGE, TOO_MANY_SESSIONS, TOO_MANY_COROUTINES ->
                RequestError.REFUSED;
        };
    }

    private static Answer run(JsonValue request) {
        RunOutput output = ModelRequest.run(request);
        // Echoed as it came: the model's naturals have no end.
        JsonValue concurrency = request instanceof JsonValue.Obj(var members)
                ? members.getOrDefault("concurrency", JsonValue.NULL)
                : JsonValue.NULL;
        return out -> write(out, output, concurrency);
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

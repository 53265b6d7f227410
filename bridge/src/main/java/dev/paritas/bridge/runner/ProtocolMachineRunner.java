package dev.paritas.bridge.runner;

import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.run.BridgeVersion;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Client of the protocol-machine runner executable (spec 22 §14). Failures are {@link ProtocolMachineRunnerException}s. */
public final class ProtocolMachineRunner {
    private static final String RUN = "run";

    private final RunnerProcess process;

    private ProtocolMachineRunner(RunnerProcess process) {
        this.process = process;
    }

    /**
     * The runner of the Lean workspace around the host's module directory: the native one, else the script.
     *
     * @throws ProtocolMachineRunnerException {@code BinaryNotFound} with the default relative path
     */
    public static ProtocolMachineRunner discover(RunnerHost host) {
        return tryDiscover(host).orElseThrow(() -> notFound(LeanWorkspace.MACHINE_RUNNER));
    }

    public static Optional<ProtocolMachineRunner> tryDiscover(RunnerHost host) {
        return LeanWorkspace.find(host.moduleDirectory())
                .flatMap(LeanWorkspace::machineRunner)
                .map(binary -> withBinaryPath(host, binary));
    }

    /**
     * @param binary an existing regular file
     * @throws ProtocolMachineRunnerException {@code BinaryNotFound}
     */
    public static ProtocolMachineRunner withBinaryPath(RunnerHost host, Path binary) {
        if (!Files.isRegularFile(binary)) {
            throw notFound(binary);
        }
        return new ProtocolMachineRunner(new RunnerProcess(
                host,
                binary.toAbsolutePath(),
                TimeoutVariable.PROTOCOL_MACHINE,
                ProtocolMachineRunnerException.FAILURES));
    }

    /** Runs the choreographies together (spec 22 §2, §10). */
    public RunOutput run(ProtocolMachineRunInput input) {
        requireVersion(input.schemaVersion(), "ProtocolMachineRunInput");
        return ask(RUN, JsonOutput.compactBytes(ProtocolMachineRunInput.CODEC, input), RunOutput.CODEC);
    }

    /** Asks whether {@code trace} is one of the choreographies, session k being choreography k (spec 22 §12.1). */
    public TraceValidation validateTrace(List<ChoreographyJson> choreographies, List<TraceEvent> trace) {
        String operation = "validateTrace";
        Answer answer = operate(
                operation,
                new JsonValue.Obj(Map.of(
                        "choreographies", tree(Codec.listOf(ChoreographyJson.CODEC), choreographies),
                        "trace", tree(Codec.listOf(TraceEvent.CODEC), trace))));
        return new TraceValidation(PeerVerdict.TRACE.valid(operation, answer), PeerVerdict.TRACE.errors(answer));
    }

    /** Asks whether {@code trace} is one of the simulated protocol (spec 22 §12.2). */
    public SimulationValidation validateSimulationTrace(SimRunInput input, List<TraceEvent> trace) {
        String operation = "validateSimulationTrace";
        requireVersion(input.schemaVersion(), "SimRunInput");
        Answer answer = operate(
                operation,
                new JsonValue.Obj(Map.of(
                        "input", tree(SimRunInput.CODEC, input),
                        "trace", tree(Codec.listOf(TraceEvent.CODEC), trace))));
        JsonValue artifacts = answer.member("artifacts");
        return new SimulationValidation(
                PeerVerdict.SIMULATION.valid(operation, answer),
                PeerVerdict.SIMULATION.errors(answer),
                artifacts == null ? JsonValue.NULL : artifacts);
    }

    /** Asks for the peer's reference simulation (spec 22 §12.3). */
    public SimRunOutput runSimulation(SimRunInput input) {
        requireVersion(input.schemaVersion(), "SimRunInput");
        String operation = "runSimulation";
        return ask(operation, envelope(operation, tree(SimRunInput.CODEC, input)), SimRunOutput.CODEC);
    }

    private Answer operate(String operation, JsonValue payload) {
        return new Answer(ask(operation, envelope(operation, payload), JsonValue.CODEC));
    }

    private <T> T ask(String operation, byte[] request, Codec<T> answer) {
        return process.ask(operation, request, answer);
    }

    private static byte[] envelope(String operation, JsonValue payload) {
        return new JsonValue.Obj(Map.of(
                        "schema_version", new JsonValue.Text(BridgeVersion.CURRENT),
                        "operation", new JsonValue.Text(operation),
                        "payload", payload))
                .compactText()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static <T> JsonValue tree(Codec<T> codec, T value) {
        try {
            return JsonInput.read(JsonOutput.compactBytes(codec, value), RunnerProcess.REQUEST, JsonValue.CODEC);
        } catch (JsonException e) {
            throw parseError(e.describe());
        }
    }

    private static void requireVersion(String version, String payload) {
        if (!version.equals(BridgeVersion.CURRENT)) {
            throw parseError("unsupported schema_version '" + version + "' for " + payload + "; expected '"
                    + BridgeVersion.CURRENT + "'");
        }
    }

    private static ProtocolMachineRunnerException notFound(Path path) {
        return new ProtocolMachineRunnerException(new ProtocolMachineRunnerError.BinaryNotFound(path));
    }

    private static ProtocolMachineRunnerException parseError(String text) {
        return new ProtocolMachineRunnerException(new ProtocolMachineRunnerError.ParseError(text));
    }
}

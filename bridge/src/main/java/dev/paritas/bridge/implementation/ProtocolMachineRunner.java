package dev.paritas.bridge.implementation;

import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.run.BridgeVersion;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Client of the protocol-machine runner executable (spec 22 §14). Failures are {@link ProtocolMachineRunnerException}s. */
public final class ProtocolMachineRunner implements AutoCloseable {
    private static final String NAME = "protocol_machine_runner";
    private static final Codec<List<TraceEvent>> TRACE = Codec.listOf(TraceEvent.CODEC);

    private final MachineService machine;

    private ProtocolMachineRunner(MachineService machine) {
        this.machine = machine;
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
        return new ProtocolMachineRunner(new OneShotMachine(process(host, binary)));
    }

    /** As {@link #withBinaryPath}, but one serving process answers all requests if the executable offers that. */
    public static ProtocolMachineRunner serving(RunnerHost host, Path binary, SessionLimits limits) {
        RunnerProcess process = process(host, binary);
        return new ProtocolMachineRunner(
                new ServedMachine(new ServeLink(process, NAME, limits), new OneShotMachine(process)));
    }

    /** Our own runner, as {@code just dist} leaves it under {@code projectRoot}; serving. */
    public static ProtocolMachineRunner inDistribution(RunnerHost host, Path projectRoot) {
        return serving(host, new Distribution(projectRoot).machineRunner(), SessionLimits.DEFAULT);
    }

    /** Runs the choreographies together (spec 22 §2, §10). */
    public RunOutput run(ProtocolMachineRunInput input) {
        requireVersion(input.schemaVersion(), "ProtocolMachineRunInput");
        return machine.ask(
                MachineService.RUN, JsonOutput.compactBytes(ProtocolMachineRunInput.CODEC, input), RunOutput.CODEC);
    }

    /** Asks whether {@code trace} is one of the choreographies, session k being choreography k (spec 22 §12.1). */
    public TraceValidation validateTrace(List<ChoreographyJson> choreographies, List<TraceEvent> trace) {
        String operation = "validateTrace";
        byte[] payload = object(out -> {
            Codec.listOf(ChoreographyJson.CODEC).write(out.name("choreographies"), choreographies);
            TRACE.write(out.name("trace"), trace);
        });
        Answer answer = machine.answer(operation, payload);
        return new TraceValidation(PeerVerdict.TRACE.valid(operation, answer), PeerVerdict.TRACE.errors(answer));
    }

    /** Asks whether {@code trace} is one of the simulated protocol (spec 22 §12.2); the input's version is its own. */
    public SimulationValidation validateSimulationTrace(SimRunInput input, List<TraceEvent> trace) {
        String operation = "validateSimulationTrace";
        byte[] payload = object(out -> {
            SimRunInput.CODEC.write(out.name("input"), input);
            TRACE.write(out.name("trace"), trace);
        });
        Answer answer = machine.answer(operation, payload);
        JsonValue artifacts = answer.member("artifacts");
        return new SimulationValidation(
                PeerVerdict.SIMULATION.valid(operation, answer),
                PeerVerdict.SIMULATION.errors(answer),
                artifacts == null ? JsonValue.NULL : artifacts);
    }

    /** Asks for the peer's reference simulation (spec 22 §12.3). */
    public SimRunOutput runSimulation(SimRunInput input) {
        requireVersion(input.schemaVersion(), "SimRunInput");
        return machine.ask("runSimulation", JsonOutput.compactBytes(SimRunInput.CODEC, input), SimRunOutput.CODEC);
    }

    /** {@return what the executable says of itself, or is known of it} */
    public Identity identity() {
        return machine.identity();
    }

    /** Ends the serving process, if there is one. */
    @Override
    public void close() {
        machine.close();
    }

    /** {@return a compact object of the members that {@code members} writes, ascending} */
    private static byte[] object(Consumer<JsonOutput> members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonOutput out = JsonOutput.compact(bytes, JsonOutput.MemberOrder.ASCENDING)) {
            members.accept(out.beginObject());
            out.endObject();
        }
        return bytes.toByteArray();
    }

    static RunnerProcess process(RunnerHost host, Path binary) {
        if (!Files.isRegularFile(binary)) {
            throw notFound(binary);
        }
        return new RunnerProcess(
                host, binary.toAbsolutePath(), TimeoutVariable.PROTOCOL_MACHINE, ProtocolMachineRunnerException::of);
    }

    private static void requireVersion(String version, String payload) {
        if (!version.equals(BridgeVersion.CURRENT)) {
            throw parseError("unsupported schema_version '" + version + "' for " + payload + "; expected '"
                    + BridgeVersion.CURRENT + "'");
        }
    }

    static ProtocolMachineRunnerException notFound(Path path) {
        return new ProtocolMachineRunnerException(new ProtocolMachineRunnerError.BinaryNotFound(path));
    }

    static ProtocolMachineRunnerException unreadable(String text, Answer answer) {
        return ProtocolMachineRunnerException.of(new RunnerFailure.Unreadable(text, answer.stderr()), null);
    }

    static ProtocolMachineRunnerException parseError(String text) {
        return new ProtocolMachineRunnerException(new ProtocolMachineRunnerError.ParseError(text));
    }
}

package dev.paritas.bridge.implementation;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.model.field.FieldMirror;
import dev.paritas.model.field.Rational;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Client of the executable {@code simulator_parity_tests} (spec 52 §3.5). Failures are
 * {@link ProtocolMachineRunnerException}s, and the deadline is that of the machine runner.
 */
public final class FieldMirrorRunner implements AutoCloseable {
    public static final String NAME = "simulator_parity_tests";

    private record Stepped(List<String> state) {
        static final Codec<Stepped> CODEC =
                ObjectCodec.of("FieldStep", field("state", Codec.listOf(Codec.STRING), Stepped::state), Stepped::new);
    }

    private final RunnerProcess process;
    private final ServeLink link;

    private FieldMirrorRunner(RunnerProcess process, SessionLimits limits) {
        this.process = process;
        this.link = new ServeLink(process, NAME, limits);
    }

    /**
     * @param binary an existing regular file
     * @throws ProtocolMachineRunnerException {@code BinaryNotFound}
     */
    public static FieldMirrorRunner of(RunnerHost host, Path binary, SessionLimits limits) {
        if (!Files.isRegularFile(binary)) {
            throw new ProtocolMachineRunnerException(new ProtocolMachineRunnerError.BinaryNotFound(binary));
        }
        return new FieldMirrorRunner(
                new RunnerProcess(
                        host,
                        binary.toAbsolutePath(),
                        TimeoutVariable.PROTOCOL_MACHINE,
                        ProtocolMachineRunnerException::of),
                limits);
    }

    /**
     * Has the executable check its fixtures.
     *
     * @return what it printed, which is nothing when all hold
     * @throws ProtocolMachineRunnerException {@code ProcessFailed} with the name of the first that does not
     */
    public String check() {
        return process.run("check", List.of(), new byte[0]).stdoutText();
    }

    /** {@return whether the executable serves steps, rather than only check its fixtures} */
    public boolean serves() {
        return link.offered();
    }

    /** {@return the state after one step call; empty when the executable does not serve} */
    public Optional<List<Rational>> step(FieldMirror field, List<Rational> state, List<Rational> peers, long phase) {
        JsonValue payload = new JsonValue.Obj(Map.of(
                "field", json(field),
                "state", json(state),
                "peers", json(peers),
                "phase", JsonValue.Num.of(phase)));
        String operation = "fieldStep";
        return link.ask(operation, operation, JsonOutput.compactBytes(JsonValue.CODEC, payload), Stepped.CODEC)
                .map(stepped -> stepped.state().stream().map(Rational::parse).toList());
    }

    /** {@return what the executable says of itself, or is known of it} */
    public Identity identity() {
        return link.identity();
    }

    /** Ends the serving process, if there is one. */
    @Override
    public void close() {
        link.close();
    }

    private static JsonValue json(FieldMirror field) {
        Map<String, JsonValue> members = new TreeMap<>();
        members.put("layer", new JsonValue.Text(field.layer()));
        switch (field) {
            case FieldMirror.MeanField(Rational beta, Rational stepSize) -> {
                members.put("beta", json(beta));
                members.put("step_size", json(stepSize));
            }
            case FieldMirror.Hamiltonian(Rational springConstant, Rational mass, Rational stepSize) -> {
                members.put("spring_constant", json(springConstant));
                members.put("mass", json(mass));
                members.put("step_size", json(stepSize));
            }
            case FieldMirror.ContinuumField(Rational coupling, Rational stepSize) -> {
                members.put("coupling", json(coupling));
                members.put("step_size", json(stepSize));
            }
        }
        return new JsonValue.Obj(members);
    }

    private static JsonValue json(List<Rational> numbers) {
        return new JsonValue.Array(numbers.stream().map(FieldMirrorRunner::json).toList());
    }

    private static JsonValue json(Rational number) {
        return new JsonValue.Text(number.toString());
    }
}

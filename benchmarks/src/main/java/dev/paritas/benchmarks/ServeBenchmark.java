package dev.paritas.benchmarks;

import dev.paritas.bridge.implementation.Peer;
import dev.paritas.bridge.implementation.ProtocolMachineRunInput;
import dev.paritas.bridge.implementation.ProtocolMachineRunner;
import dev.paritas.bridge.implementation.RunnerHost;
import dev.paritas.bridge.process.ChildCommand;
import dev.paritas.bridge.process.ChildProcesses;
import dev.paritas.bridge.process.ChildSession;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.run.RunOutput;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One ping-pong run asked of {@code target/dist/runners/protocol_machine_runner --serve}, below the folder that the
 * property {@code paritas.root} names, else the current one. The process warms up as well, so give it time.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 1)
@State(Scope.Thread)
public class ServeBenchmark {
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final ChildProcesses children = new ChildProcesses();
    private final Path root = Path.of(System.getProperty("paritas.root", "")).toAbsolutePath();
    private final RunnerHost host = new RunnerHost(children, root, System.getenv());
    private final ProtocolMachineRunner runner = new ProtocolMachineRunner(
            Peer.MACHINE.serving(host, Peer.MACHINE.inDistribution(root), SessionLimits.DEFAULT));
    private final ChildSession<byte[]> session = ChildSession.open(
            children,
            new ChildCommand(
                    List.of(Peer.MACHINE.inDistribution(root).toString(), "--serve"),
                    System.getenv(),
                    Optional.empty()),
            SessionLimits.DEFAULT,
            line -> line);

    private final ProtocolMachineRunInput input = ProtocolMachineRunInput.of(List.of(pingPong()), 1, 256);
    private final byte[] request = ("{\"id\":1,\"operation\":\"run\",\"payload\":"
                    + JsonOutput.compactText(ProtocolMachineRunInput.CODEC, input) + "}")
            .getBytes(StandardCharsets.UTF_8);

    private static ChoreographyJson pingPong() {
        GlobalType type = GlobalType.comm("A", "B", "ping", GlobalType.comm("B", "A", "pong", GlobalType.END));
        return ChoreographyJson.of(type);
    }

    @Setup(Level.Trial)
    public void greet() {
        if (runner.run(input).trace().isEmpty()) {
            throw new IllegalStateException("the run is empty");
        }
    }

    /** A line there and a line back, not decoded. */
    @Benchmark
    public byte[] line() {
        return session.request(request, DEADLINE);
    }

    /** The same through the client, which encodes the request and decodes the answer. */
    @Benchmark
    public RunOutput run() {
        return runner.run(input);
    }

    @TearDown(Level.Trial)
    public void end() {
        session.close();
        runner.close();
        children.close();
    }
}

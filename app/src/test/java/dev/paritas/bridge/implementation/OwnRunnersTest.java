package dev.paritas.bridge.implementation;

import static dev.paritas.testsupport.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.app.executable.ProtocolMachineRunnerMain;
import dev.paritas.app.executable.TelltaleValidator;
import dev.paritas.bridge.golden.EquivalenceChecker;
import dev.paritas.bridge.golden.EquivalenceResult;
import dev.paritas.bridge.golden.ProjectionPeer;
import dev.paritas.bridge.implementation.MachineOperations.TraceValidation;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.TraceEvent;
import dev.paritas.testsupport.Executables;
import dev.paritas.testsupport.TypeTexts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clients against the executables we offer, started from the test's class path, one-shot and serving. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launchers are shell scripts")
@Timeout(300)
class OwnRunnersTest {
    private static final SessionLimits PATIENT =
            new SessionLimits(Duration.ofSeconds(60), 1 << 26, 0, Duration.ofSeconds(2));
    private static final String PING_PONG =
            TypeTexts.message("A", "B", "ping", TypeTexts.message("B", "A", "pong", TypeTexts.END));
    private static final GlobalType TYPE = TypeReader.global().read(PING_PONG);

    @TempDir
    Path directory;

    private ScriptedPeer peer;

    @BeforeEach
    void open() throws IOException {
        peer = new ScriptedPeer(directory);
    }

    @AfterEach
    void close() {
        peer.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ping_pong_runs_as_the_specification_lists_it(boolean serving) throws IOException {
        try (ProtocolMachineRunner runner = machine(serving)) {
            ProtocolMachineRunInput input = ProtocolMachineRunInput.of(List.of(ChoreographyJson.of(TYPE)), 1, 64);
            RunOutput output = runner.run(input);
            // spec 22 §17, raw ticks
            assertThat(output.trace().stream().map(OwnRunnersTest::brief).toList())
                    .containsExactly(
                            "0 opened",
                            "1 sent A>B:ping",
                            "2 received A>B:ping",
                            "6 sent B>A:pong",
                            "8 received B>A:pong",
                            "9 halted 1",
                            "11 halted 0");
            assertThat(output.stepsExecuted()).isEqualTo(11);
            assertThat(output.status()).isEqualTo("completed");

            assertThat(runner.validateTrace(input.choreographies(), output.trace()))
                    .isEqualTo(new TraceValidation(true, List.of()));
            List<TraceEvent> cut = new ArrayList<>(output.trace());
            cut.remove(2);
            TraceValidation refused = runner.validateTrace(input.choreographies(), cut);
            assertThat(refused.valid()).isFalse();
            assertThat(refused.errors()).extracting(PeerIssue::code).containsExactly("trace.unmatched_send");

            SimRunInput simulation = SimRunInput.of(json("{\"steps\":3}"), json(PING_PONG), Map.of());
            assertThat(runner.runSimulation(simulation).trace()).hasSize(5);
            assertThat(runner.validateSimulationTrace(
                                    simulation, runner.runSimulation(simulation).trace())
                            .valid())
                    .isTrue();
        }
        peer.assertNothingLeft();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_protocol_the_model_rejects_is_a_process_failure(boolean serving) throws IOException {
        ChoreographyJson choreography = new ChoreographyJson(ChoreographyJson.SCHEMA_VERSION, TYPE, List.of("A", "A"));
        try (ProtocolMachineRunner runner = machine(serving)) {
            ImplementationException thrown = catchThrowableOfType(
                    ImplementationException.class,
                    () -> runner.run(ProtocolMachineRunInput.of(List.of(choreography), 1, 64)));
            assertThat(thrown.failure().code()).isEqualTo("REFUSED");
            assertThat(thrown)
                    .hasMessageContaining("protocol-machine runner failed with exit code 1: ")
                    .hasMessageContaining("bad choreography image: duplicate entry-point role");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void the_validator_answers_every_operation(boolean serving) throws IOException {
        JsonValue global = json(PING_PONG);
        try (LeanRunner runner = validator(serving)) {
            Map<String, JsonValue> projections = runner.project(global, List.of());
            assertThat(projections).containsOnlyKeys("A", "B");
            JsonValue local = Objects.requireNonNull(projections.get("A"));
            JsonValue other = Objects.requireNonNull(projections.get("B"));
            JsonValue program = new JsonValue.Obj(Map.of("role", new JsonValue.Text("A"), "local_type", local));
            assertThat(runner.validate(global, program).success()).isTrue();
            JsonValue wrong = new JsonValue.Obj(Map.of("role", new JsonValue.Text("B"), "local_type", local));
            assertThatThrownBy(() -> runner.validate(global, wrong))
                    .hasMessageContaining("exit code 1: Projection mismatch for B");
            assertThatThrownBy(() -> runner.project(global, List.of("Missing")))
                    .hasMessageContaining("missing projection for role Missing");
            assertThatThrownBy(() -> runner.project(json("{\"kind\":\"bad\"}"), List.of()))
                    .isInstanceOf(ImplementationException.class);
            assertThat(runner.checkAsyncSubtype(local, local)).isTrue();
            assertThat(runner.checkAsyncSubtype(local, other)).isFalse();
            assertThat(runner.checkRegularPracticalFragment(local).fullUnfoldHead())
                    .isEqualTo("send");
            assertThat(runner.checkOrphanFree(json("{\"kind\":\"end\"}"))).isTrue();
            EquivalenceChecker checker = EquivalenceChecker.withPeer(directory, ProjectionPeer.of(runner));
            assertThat(checker.checkAllProjectionsAgainstLean(TYPE)).hasSize(2).allMatch(EquivalenceResult::equivalent);
            assertThat(checker.checkProjectionAgainstLean(TYPE, "B").equivalent())
                    .isTrue();
        }
        peer.assertNoScratchFiles();
        peer.assertNothingLeft();
        if (serving) {
            assertThat(peer.starts()).hasSize(1);
        }
    }

    private ProtocolMachineRunner machine(boolean serving) throws IOException {
        Path launcher = launcher(ProtocolMachineRunnerMain.class);
        return serving
                ? new ProtocolMachineRunner(Peer.MACHINE.serving(peer.host(), launcher, PATIENT))
                : new ProtocolMachineRunner(Peer.MACHINE.oneShot(peer.host(), launcher));
    }

    private LeanRunner validator(boolean serving) throws IOException {
        Path launcher = launcher(TelltaleValidator.class);
        return serving
                ? new LeanRunner(Peer.VALIDATOR.serving(peer.host(), launcher, PATIENT))
                : new LeanRunner(Peer.VALIDATOR.oneShot(peer.host(), launcher));
    }

    private Path launcher(Class<?> program) throws IOException {
        return peer.script("exec " + Executables.javaLine(program));
    }

    private static String brief(TraceEvent event) {
        return switch (event.kind()) {
            case "sent", "received" ->
                event.tick() + " " + event.kind() + " " + event.sender() + ">" + event.receiver() + ":" + event.label();
            case "halted" -> event.tick() + " halted " + event.target();
            default -> event.tick() + " " + event.kind();
        };
    }
}

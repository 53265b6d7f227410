package dev.paritas.bridge.implementation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.app.executable.HeapParityRunnerMain;
import dev.paritas.app.executable.ProtocolMachineRunnerMain;
import dev.paritas.app.executable.ProtocolMachineValidatorMain;
import dev.paritas.app.executable.SearchParityRunnerMain;
import dev.paritas.app.executable.SemanticEffectRunnerMain;
import dev.paritas.app.executable.SimulatorParityTests;
import dev.paritas.app.executable.TelltaleValidator;
import dev.paritas.bridge.files.Sha256;
import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.testsupport.Executables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripted peers are shell scripts")
@Timeout(300)
class RunnerIdentitiesTest {
    private static final String GREETING = "{\"name\":\"protocol_machine_runner\",\"version\":\"9\","
            + "\"schema_versions\":[\"lean_bridge.v1\"],\"operations\":[\"run\"]%s}";
    private static final SessionLimits LIMITS =
            new SessionLimits(Duration.ofSeconds(60), 1 << 20, 0, Duration.ofMillis(200));

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

    private Path greeting(String more) throws IOException {
        return peer.script("echo '" + GREETING.formatted(more) + "'", "read -r line");
    }

    @Test
    void a_runner_is_what_its_handshake_says() throws IOException {
        Path binary = greeting(",\"implementation\":{\"kind\":\"lean-model\",\"later\":1}");
        Identity expected =
                new Identity("protocol_machine_runner", Optional.of("9"), new ImplementationId("lean-model", ""));
        assertThat(RunnerIdentities.of(peer.host(), binary)).isEqualTo(expected);
        assertThat(expected.implementation().isLeanModel()).isTrue();
        try (ProtocolMachineRunner oneShot = new ProtocolMachineRunner(Peer.MACHINE.oneShot(peer.host(), binary));
                ProtocolMachineRunner served =
                        new ProtocolMachineRunner(Peer.MACHINE.serving(peer.host(), binary, LIMITS));
                PeerPool pool = Peer.MACHINE.pool(peer.host(), binary, 1, LIMITS)) {
            assertThat(oneShot.identity()).isEqualTo(expected);
            assertThat(served.identity()).isEqualTo(expected);
            assertThat(pool.identity()).isEqualTo(expected);
        }
        peer.assertNothingLeft();
    }

    @Test
    void an_old_handshake_is_accepted_and_told_apart_by_its_file() throws IOException {
        Path binary = greeting("");
        assertThat(RunnerIdentities.of(peer.host(), binary))
                .isEqualTo(new Identity(
                        "protocol_machine_runner",
                        Optional.of("9"),
                        new ImplementationId("executable", Sha256.hex(Files.readAllBytes(binary)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat >/dev/null; exit 1", "echo hello", "exit 0", "echo '{\"name\":7}'", "sleep 1000"})
    void a_program_that_says_nothing_of_itself_is_named_by_its_path(String line) throws IOException {
        peer.set("TELLTALE_LEAN_TIMEOUT_MS", "1000");
        Path binary = peer.script(line);
        assertThat(RunnerIdentities.of(peer.host(), binary))
                .isEqualTo(new Identity(
                        binary.toString(),
                        Optional.empty(),
                        new ImplementationId("executable", Sha256.hex(Files.readAllBytes(binary)))));
        peer.assertNothingLeft();
    }

    @Test
    void every_executable_of_ours_says_that_it_is_this_build_and_not_lean() throws IOException {
        for (Class<?> program : new Class<?>[] {
            ProtocolMachineRunnerMain.class,
            ProtocolMachineValidatorMain.class,
            TelltaleValidator.class,
            HeapParityRunnerMain.class,
            SearchParityRunnerMain.class,
            SemanticEffectRunnerMain.class,
            SimulatorParityTests.class
        }) {
            Path binary = peer.script("exec " + Executables.javaLine(program));
            Identity identity = RunnerIdentities.of(peer.host(), binary);
            assertThat(identity.version()).as(program.getName()).hasValue(Release.VERSION);
            assertThat(identity.implementation())
                    .isIn(
                            ImplementationId.ofThisBuild(ImplementationId.JAVA_MODEL),
                            ImplementationId.ofThisBuild(ImplementationId.JAVA_MACHINE));
            assertThat(identity.implementation().isLeanModel()).isFalse();
        }
    }

    @Test
    void one_implementation_is_not_independent_of_itself_whatever_its_build_is_called() {
        ImplementationId model = new ImplementationId("java-model", "aa");
        assertThat(model.isIndependentOf(new ImplementationId("java-model", "bb")))
                .isFalse();
        assertThat(model.isIndependentOf(new ImplementationId("java-machine", "aa")))
                .isTrue();
        assertThat(model.isIndependentOf(new ImplementationId("lean-model", "")))
                .isTrue();
        ImplementationId unknown = new ImplementationId("executable", "aa");
        assertThat(unknown.isIndependentOf(new ImplementationId("executable", "aa")))
                .isFalse();
        assertThat(unknown.isIndependentOf(new ImplementationId("executable", "bb")))
                .isTrue();
        assertThat(unknown.isIndependentOf(model)).isTrue();
    }
}

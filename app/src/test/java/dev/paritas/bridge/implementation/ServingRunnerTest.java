package dev.paritas.bridge.implementation;

import static dev.paritas.testsupport.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.bridge.process.SessionLimits;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.run.RunOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
class ServingRunnerTest {
    private static final JsonValue END = json("{\"kind\":\"end\"}");
    private static final SessionLimits LIMITS =
            new SessionLimits(Duration.ofSeconds(20), 1 << 20, 2, Duration.ofMillis(200));
    private static final ProtocolMachineRunInput INPUT = ProtocolMachineRunInput.of(List.of(), 1, 1);
    private static final String EMPTY = "{\"schema_version\":\"lean_bridge.v1\",\"trace\":[],\"sessions\":[],"
            + "\"steps_executed\":0,\"concurrency\":1,\"status\":\"completed\"}";

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

    @Test
    void one_process_answers_all_requests_and_ends_with_the_client() throws IOException {
        Path script = serving(
                "protocol_machine_runner",
                "[\"run\",\"validateTrace\"]",
                "read -r line; echo \"$line\" > \"$SEEN\"; echo '{\"id\":1,\"result\":" + EMPTY + "}'",
                "read -r line; echo \"$line\" >> \"$SEEN\"; echo '{\"result\":{\"valid\":true},\"id\":2}'",
                "read -r line");
        try (ProtocolMachineRunner runner =
                new ProtocolMachineRunner(Peer.MACHINE.serving(peer.host(), script, LIMITS))) {
            RunOutput output = runner.run(INPUT);
            assertThat(output.status()).isEqualTo("completed");
            assertThat(runner.validateTrace(List.of(), List.of()).valid()).isTrue();
        }
        assertThat(peer.seen())
                .isEqualTo("{\"id\":1,\"operation\":\"run\",\"payload\":{\"choreographies\":[],\"concurrency\":1,"
                        + "\"max_steps\":1,\"schema_version\":\"lean_bridge.v1\"}}\n"
                        + "{\"id\":2,\"operation\":\"validateTrace\",\"payload\":"
                        + "{\"choreographies\":[],\"trace\":[]}}\n");
        assertThat(peer.starts()).hasSize(1);
        peer.assertNothingLeft();
    }

    @Test
    void an_operation_that_is_not_offered_gets_a_process_of_its_own() throws IOException {
        Path script = serving("protocol_machine_runner", "[\"run\"]", "read -r line");
        SimRunInput input = SimRunInput.of(json("{}"), END, Map.of());
        try (ProtocolMachineRunner runner =
                new ProtocolMachineRunner(Peer.MACHINE.serving(peer.host(), script, LIMITS))) {
            assertThat(runner.runSimulation(input).artifacts()).isEqualTo(json("\"one-shot\""));
        }
        peer.assertNothingLeft();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "usage: nothing here",
                "{\"name\":\"other\",\"version\":\"1\",\"schema_versions\":[\"lean_bridge.v1\"],\"operations\":[\"run\"]}",
                "{\"name\":\"protocol_machine_runner\",\"version\":\"1\",\"schema_versions\":[\"lean_bridge.v2\"],"
                        + "\"operations\":[\"run\"]}",
                "{\"name\":\"protocol_machine_runner\",\"version\":\"1\",\"operations\":[\"run\"]}"
            })
    void a_runner_without_our_handshake_gets_a_process_per_request(String opening) throws IOException {
        Path script = peer.script(
                "[ \"$1\" = --serve ] && { echo '" + opening + "'; exit 1; }",
                "cat >/dev/null; echo '" + EMPTY.replace("completed", "alone") + "'");
        try (ProtocolMachineRunner runner =
                new ProtocolMachineRunner(Peer.MACHINE.serving(peer.host(), script, LIMITS))) {
            assertThat(runner.run(INPUT).status()).isEqualTo("alone");
            assertThat(runner.run(INPUT).status()).isEqualTo("alone");
        }
        assertThat(peer.starts()).hasSize(3);
        peer.assertNothingLeft();
    }

    @Test
    void a_runner_that_waits_for_input_in_silence_gets_a_process_per_request() throws IOException {
        SessionLimits hasty = new SessionLimits(Duration.ofMillis(200), 1 << 20, 0, Duration.ofMillis(100));
        Path script = peer.script("cat >/dev/null; echo '" + EMPTY + "'");
        try (ProtocolMachineRunner runner =
                new ProtocolMachineRunner(Peer.MACHINE.serving(peer.host(), script, hasty))) {
            assertThat(runner.run(INPUT).status()).isEqualTo("completed");
        }
        peer.assertNothingLeft();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "{}",
                "{\"id\":1}",
                "{\"id\":2,\"result\":1}",
                "{\"id\":\"1\",\"result\":1}",
                "{\"id\":1,\"result\":1,\"error\":{\"code\":\"c\",\"message\":\"m\"}}",
                "{\"id\":1,\"error\":\"m\"}"
            })
    void a_line_that_does_not_answer_is_a_parse_error_and_ends_the_child(String line) throws IOException {
        Path script = serving("protocol_machine_runner", "[\"run\"]", "read -r l", "echo '" + line + "'", "read -r l");
        try (ProtocolMachineRunner runner =
                new ProtocolMachineRunner(Peer.MACHINE.serving(peer.host(), script, LIMITS))) {
            assertThat(failure(() -> runner.run(INPUT))).returns("UNREADABLE", Told::code);
            peer.assertNothingLeft();
        }
    }

    @Test
    void a_result_that_cannot_be_decoded_is_refused_in_the_words_of_the_one_shot_client() throws IOException {
        Path script = serving(
                "protocol_machine_runner",
                "[\"run\"]",
                "read -r l",
                "echo '{\"id\":1,\"result\":{\"zeta\":1,\"beta\":2}}'",
                "read -r l",
                "echo '{\"id\":2,\"result\":" + EMPTY.replace("bridge.v1", "bridge.v2") + "}'",
                "read -r l");
        try (ProtocolMachineRunner runner =
                new ProtocolMachineRunner(Peer.MACHINE.serving(peer.host(), script, LIMITS))) {
            assertThat(failure(() -> runner.run(INPUT)))
                    .isEqualTo(told(
                            new Failure.Unreadable("unknown field `beta` in ProtocolMachineRunOutput", List.of())));
            assertThat(failure(() -> runner.run(INPUT)))
                    .isEqualTo(told(new Failure.OtherVersion(
                            "unsupported schema_version 'lean_bridge.v2'"
                                    + " for Lean bridge payload; expected 'lean_bridge.v1'",
                            List.of())));
        }
        assertThat(peer.starts()).hasSize(1);
    }

    @Test
    void a_refusal_is_the_failure_of_a_process_of_its_own() throws IOException {
        Path script = serving(
                "protocol_machine_runner",
                "[\"run\"]",
                "read -r l",
                "echo '{\"id\":1,\"error\":{\"code\":\"REFUSED\",\"message\":\"bad choreography\"}}'",
                "read -r l",
                "echo '{\"id\":2,\"result\":" + EMPTY + "}'",
                "read -r l");
        try (ProtocolMachineRunner runner =
                new ProtocolMachineRunner(Peer.MACHINE.serving(peer.host(), script, LIMITS))) {
            assertThat(failure(() -> runner.run(INPUT)))
                    .isEqualTo(
                            new Told("REFUSED", "protocol-machine runner failed with exit code 1: bad choreography"));
            assertThat(runner.run(INPUT).status()).isEqualTo("completed");
        }
        assertThat(peer.starts()).hasSize(1);
    }

    @Test
    void a_crash_is_a_process_failure_and_the_next_request_gets_a_new_child() throws IOException {
        Path script = serving(
                "protocol_machine_runner",
                "[\"run\"]",
                "read -r l",
                "[ $(wc -l < \"$PIDS\") = 1 ] && { echo reason >&2; kill -9 $$; }",
                "echo '{\"id\":2,\"result\":" + EMPTY + "}'",
                "read -r l");
        try (ProtocolMachineRunner runner =
                new ProtocolMachineRunner(Peer.MACHINE.serving(peer.host(), script, LIMITS))) {
            assertThat(failure(() -> runner.run(INPUT))).isEqualTo(told(new Failure.Ended(137, "reason\n")));
            assertThat(runner.run(INPUT).status()).isEqualTo("completed");
        }
        assertThat(peer.starts()).hasSize(2);
        peer.assertNothingLeft();
    }

    @Test
    void a_request_without_an_answer_times_out_under_the_name_of_the_operation() throws IOException {
        peer.set("TELLTALE_LEAN_TIMEOUT_MS", "300");
        Path script = serving("telltale_validator", "[\"export_all_projections\"]", "sleep 1000");
        try (LeanRunner runner = new LeanRunner(Peer.VALIDATOR.serving(peer.host(), script, LIMITS))) {
            ImplementationException thrown =
                    catchThrowableOfType(ImplementationException.class, () -> runner.project(END, List.of()));
            assertThat(thrown).hasMessage("Lean process 'project_all' timed out after 300ms");
            peer.assertNothingLeft();
        }
    }

    private Path serving(String name, String operations, String... lines) throws IOException {
        return peer.script(
                "[ \"$1\" = --serve ] || { cat >/dev/null; echo '{\"schema_version\":\"lean_bridge.v1\","
                        + "\"artifacts\":\"one-shot\"}'; exit; }",
                "echo '{\"name\":\"" + name + "\",\"operations\":" + operations
                        + ",\"schema_versions\":[\"lean_bridge.v1\"],\"version\":\"0\",\"later\":1}'",
                String.join("\n", lines));
    }

    private static Told failure(ThrowingCallable call) {
        return Told.when(call);
    }

    private static Told told(Failure failure) {
        return Told.of(Peer.MACHINE, failure);
    }
}

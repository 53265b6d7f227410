package dev.paritas.bridge.implementation;

import static dev.paritas.testsupport.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.bridge.implementation.MachineOperations.TraceValidation;
import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripted peers are shell scripts")
@Timeout(300)
class ProtocolMachineRunnerTest {
    private static final String GLOBAL = "{\"branches\":[{\"continuation\":{\"kind\":\"end\"},\"label\":"
            + "{\"name\":\"m\",\"sort\":\"unit\"}}],\"kind\":\"comm\",\"receiver\":\"B\",\"sender\":\"A\"}";
    private static final String CHOREOGRAPHY =
            "{\"global_type\":" + GLOBAL + ",\"roles\":[\"A\",\"B\"],\"schema_version\":\"lean_bridge.v1\"}";
    private static final GlobalType TYPE = TypeReader.global().read(GLOBAL);
    private static final ProtocolMachineRunInput INPUT =
            ProtocolMachineRunInput.of(List.of(ChoreographyJson.of(TYPE)), 3, 50);
    private static final String V = "\"schema_version\":\"lean_bridge.v1\"";
    private static final String TAIL = "\"steps_executed\":2,\"concurrency\":3,\"status\":\"completed\"";
    private static final String EMPTY = "{" + V + ",\"trace\":[],\"sessions\":[]," + TAIL + "}";
    private static final TraceEvent SENT = event("sent", "A", "B", "m");
    private static final SimRunInput SIMULATION = SimRunInput.of(json("{\"steps\":2}"), json(GLOBAL), Map.of());

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
    void a_run_sends_one_compact_document_and_reads_the_answer() throws IOException {
        String answer =
                "{" + V + ",\"trace\":[{" + V + ",\"kind\":\"halted\",\"tick\":1,\"target\":\"0\",\"later\":1}],"
                        + "\"sessions\":[{" + V + ",\"sid\":0,\"terminal\":false}]," + TAIL + ","
                        + "\"step_states\":[{\"step_index\":0,\"blocked\":{\"10\":\"recv_wait\",\"2\":\"send_wait\"},"
                        + "\"event\":null}]}";
        RunOutput output = runner("[ $# = 0 ] || exit 9", "cat > \"$SEEN\"", "echo '" + answer + "'")
                .run(INPUT);
        assertThat(peer.seen())
                .isEqualTo("{\"choreographies\":[" + CHOREOGRAPHY + "],\"concurrency\":3,\"max_steps\":50," + V + "}");
        assertThat(output.trace()).hasSize(1);
        assertThat(output.trace().getFirst().target()).isEqualTo("0");
        assertThat(output.sessions().getFirst().terminal()).isFalse();
        assertThat(output.stepsExecuted()).isEqualTo(2);
        assertThat(output.status()).isEqualTo("completed");
        assertThat(output.stepStates().getFirst().blocked()).isEqualTo(Map.of(2L, "send_wait", 10L, "recv_wait"));
        assertThat(output.effectTrace()).isEmpty();
    }

    @Test
    void an_input_of_another_version_is_refused_before_anything_is_started() throws IOException {
        ProtocolMachineRunner runner = runner("cat");
        ProtocolMachineRunInput run = new ProtocolMachineRunInput("lean_bridge.v2", List.of(), 0, 0);
        assertThat(failure(() -> runner.run(run)).message())
                .isEqualTo("Failed to parse protocol-machine runner output: unsupported schema_version"
                        + " 'lean_bridge.v2' for ProtocolMachineRunInput; expected 'lean_bridge.v1'");
        SimRunInput simulation = new SimRunInput("v0", JsonValue.NULL, JsonValue.NULL, Map.of(), Map.of());
        assertThat(failure(() -> runner.runSimulation(simulation)))
                .isEqualTo(parse("unsupported schema_version 'v0' for SimRunInput; expected 'lean_bridge.v1'"));
        assertThat(peer.starts()).isEmpty();
    }

    @Test
    void the_first_unknown_root_member_in_key_order_is_named() throws IOException {
        assertThat(runError("{\"zeta\":0,\"schema_version\":\"other\",\"beta\":1,\"trace\":7}"))
                .isEqualTo(
                        told(new Failure.OtherVersion("unknown field `beta` in ProtocolMachineRunOutput", List.of())));
        assertThat(runError("{\"zeta\":0," + EMPTY.substring(1)))
                .isEqualTo(parse("unknown field `zeta` in ProtocolMachineRunOutput"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"schema_version\":\"lean_bridge.v2\",\"trace\":[],\"sessions\":[],TAIL}",
                "{V,\"trace\":[{\"schema_version\":\"lean_bridge.v2\",\"kind\":\"k\",\"tick\":0}],\"sessions\":[],TAIL}",
                "{V,\"trace\":[],\"sessions\":[{\"schema_version\":\"lean_bridge.v2\",\"sid\":0,\"terminal\":true}],TAIL}",
                "{V,\"trace\":[],\"sessions\":[],TAIL,\"step_states\":[{\"event\":"
                        + "{\"schema_version\":\"lean_bridge.v2\",\"kind\":\"k\",\"tick\":0}}]}"
            })
    void another_version_is_refused_at_every_level(String document) throws IOException {
        assertThat(runError(filled(document)))
                .isEqualTo(told(new Failure.OtherVersion(
                        "unsupported schema_version 'lean_bridge.v2' for Lean bridge payload; "
                                + "expected 'lean_bridge.v1'",
                        List.of())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"trace\":[],\"sessions\":[],TAIL}",
                "{V,\"trace\":[{\"kind\":\"k\",\"tick\":0}],\"sessions\":[],TAIL}",
                "{V,\"trace\":[],\"sessions\":[{\"sid\":0,\"terminal\":true}],TAIL}",
                "{V,\"trace\":[],\"sessions\":[],TAIL,\"step_states\":[{\"event\":{\"kind\":\"k\",\"tick\":0}}]}",
                "{V,\"sessions\":[],TAIL}",
                "{V,\"trace\":[],TAIL}",
                "{V,\"trace\":[],\"sessions\":[],\"concurrency\":3,\"status\":\"completed\"}",
                "{V,\"trace\":[],\"sessions\":[],\"steps_executed\":2,\"status\":\"completed\"}",
                "{V,\"trace\":[],\"sessions\":[],\"steps_executed\":2,\"concurrency\":3}",
                "{V,\"trace\":[],\"sessions\":[],TAIL,\"step_states\":[{\"pre_state\":{}}]}",
                "{V,\"trace\":[],\"sessions\":[],TAIL} trailing",
                "[]",
                "",
                "garbage"
            })
    void an_incomplete_document_is_a_parse_error(String document) throws IOException {
        assertThat(runError(filled(document))).returns("UNREADABLE", Told::code);
    }

    @Test
    void failures_of_the_process_have_their_own_variants() throws IOException {
        ProtocolMachineRunner exits = runner("cat >/dev/null", "echo '" + EMPTY + "'", "echo reason >&2", "exit 3");
        assertThat(failure(() -> exits.run(INPUT)).message())
                .isEqualTo("protocol-machine runner failed with exit code 3: reason\n");
        ProtocolMachineRunner killed = runner("kill -9 $$");
        assertThat(failure(() -> killed.run(INPUT))).isEqualTo(told(new Failure.Ended(137, "")));
        ProtocolMachineRunner gone = new ProtocolMachineRunner(
                Peer.MACHINE.oneShot(peer.host(), Files.writeString(directory.resolve("plain"), "no program")));
        assertThat(failure(() -> gone.run(INPUT))).returns("UNUSABLE", Told::code);
    }

    @Test
    void a_runner_that_answers_without_having_read_a_long_request_is_not_believed() throws IOException {
        ProtocolMachineRunner runner = runner("exec 0<&-", "echo '" + EMPTY + "'");
        ChoreographyJson one = ChoreographyJson.of(TYPE);
        ProtocolMachineRunInput input = ProtocolMachineRunInput.of(Collections.nCopies(10_000, one), 1, 1);
        assertThat(failure(() -> runner.run(input))).returns("UNUSABLE", Told::code);
    }

    @Test
    void each_operation_times_out_under_its_own_name() throws IOException {
        peer.set("TELLTALE_PROTOCOL_MACHINE_TIMEOUT_MS", "50");
        ProtocolMachineRunner runner = runner("trap '' TERM", "sleep 1000 & echo $! >> \"$PIDS\"", "wait");
        assertTimesOut("run", () -> runner.run(INPUT));
        assertTimesOut("validateTrace", () -> runner.validateTrace(List.of(), List.of()));
        assertTimesOut("validateSimulationTrace", () -> runner.validateSimulationTrace(SIMULATION, List.of()));
        assertTimesOut("runSimulation", () -> runner.runSimulation(SIMULATION));
        peer.assertNothingLeft();
    }

    @Test
    void a_trace_is_validated_with_explicit_nulls() throws IOException {
        TraceValidation answer = runner("cat > \"$SEEN\"", "echo '{\"errors\":[],\"valid\":true}'")
                .validateTrace(INPUT.choreographies(), List.of(SENT));
        assertThat(answer).isEqualTo(new TraceValidation(true, List.of()));
        assertThat(peer.seen())
                .startsWith("{\"operation\":\"validateTrace\",\"payload\":{\"choreographies\":[" + CHOREOGRAPHY
                        + "],\"trace\":[{\"epoch\":null,")
                .endsWith("]}," + V + "}")
                .contains("\"kind\":\"sent\",\"label\":\"m\"", "\"reason\":null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"valid\":false} | ",
                "{\"valid\":false,\"errors\":\"plain\"} | lean.error:plain",
                "{\"valid\":false,\"errors\":{\"a\":1}} | lean.error:{\"a\":1}",
                "{\"valid\":false,\"errors\":null} | lean.error:null",
                "{\"valid\":false,\"errors\":[{}]} | lean.error:unspecified Lean validation error",
                "{\"valid\":false,\"errors\":[7]} | lean.error:7",
                "{\"valid\":false,\"errors\":[{\"code\":\"c\",\"path\":\"p\",\"message\":\"m\"}]} | c@p:m",
                "{\"valid\":false,\"errors\":[{\"code\":1,\"path\":null,\"message\":\"m\"}]} | lean.error:m"
            })
    void objections_are_read_leniently(String document, String expected) throws IOException {
        List<String> read = answering(document).validateTrace(List.of(), List.of()).errors().stream()
                .map(issue ->
                        issue.code() + issue.path().map(path -> "@" + path).orElse("") + ":" + issue.message())
                .toList();
        assertThat(String.join(",", read))
                .isEqualTo(Optional.ofNullable(expected).orElse(""));
    }

    @Test
    void an_answer_without_a_verdict_keeps_the_last_words() throws IOException {
        Path script = peer.script("cat >/dev/null", "echo 'half a model' >&2", "echo '{}'");
        ProtocolMachineRunner runner = new ProtocolMachineRunner(Peer.MACHINE.oneShot(peer.host(), script));
        assertThat(catchThrowableOfType(ImplementationException.class, () -> runner.validateTrace(List.of(), List.of()))
                        .stderrTail())
                .containsExactly("half a model");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"valid\":\"true\"}", "{\"valid\":null,\"errors\":[]}"})
    void an_answer_without_a_verdict_is_a_parse_error(String document) throws IOException {
        ProtocolMachineRunner runner = answering(document);
        assertThat(failure(() -> runner.validateTrace(List.of(), List.of())))
                .isEqualTo(parse("missing boolean field 'valid' in validateTrace response"));
        assertThat(failure(() -> runner.validateSimulationTrace(SIMULATION, List.of())))
                .isEqualTo(parse("missing boolean field 'valid' in validateSimulationTrace response"));
    }

    @Test
    void a_simulated_trace_is_validated_with_defaults_of_its_own() throws IOException {
        SimulationValidation answer = runner("cat > \"$SEEN\"", "echo '{\"valid\":false,\"errors\":[{},\"x\"]}'")
                .validateSimulationTrace(SIMULATION, List.of());
        assertThat(answer)
                .isEqualTo(new SimulationValidation(
                        false,
                        List.of(
                                new PeerIssue("simulation.error", Optional.empty(), "unspecified simulation error"),
                                new PeerIssue("simulation.error", Optional.empty(), "x")),
                        JsonValue.NULL));
        assertThat(peer.seen())
                .isEqualTo(
                        "{\"operation\":\"validateSimulationTrace\",\"payload\":{\"input\":{\"global_type\":" + GLOBAL
                                + ",\"initial_states\":{},\"local_types\":{},\"scenario\":{\"steps\":2}," + V
                                + "},\"trace\":[]}," + V + "}");
        assertThat(answering("{\"valid\":true,\"artifacts\":[1]}")
                        .validateSimulationTrace(SIMULATION, List.of())
                        .artifacts())
                .isEqualTo(json("[1]"));
    }

    @Test
    void the_version_of_a_validated_input_is_left_to_the_peer() throws IOException {
        SimRunInput other = new SimRunInput("v0", JsonValue.NULL, JsonValue.NULL, Map.of(), Map.of());
        assertThat(answering("{\"valid\":true}")
                        .validateSimulationTrace(other, List.of())
                        .valid())
                .isTrue();
    }

    @Test
    void the_errors_of_a_failed_simulation_survive() throws IOException {
        assertThat(answering("{" + V + ",\"errors\":[{\"code\":\"c\",\"path\":\"p\",\"message\":\"m\"},{},\"x\"]}")
                        .runSimulation(SIMULATION)
                        .errors())
                .containsExactly(
                        new PeerIssue("c", Optional.of("p"), "m"),
                        new PeerIssue("simulation.error", Optional.empty(), "unspecified simulation error"),
                        new PeerIssue("simulation.error", Optional.empty(), "x"));
    }

    @Test
    void a_simulation_is_decoded_with_defaults_and_its_version_is_required() throws IOException {
        assertThat(answering("{" + V + "}").runSimulation(SIMULATION))
                .isEqualTo(SimRunOutput.of(List.of(), JsonValue.NULL));
        assertThat(answering("{" + V + ",\"trace\":[{" + V + ",\"kind\":\"opened\",\"tick\":0}],\"violations\":[1],"
                                + "\"artifacts\":{\"mode\":\"m\"},\"errors\":[]}")
                        .runSimulation(SIMULATION)
                        .artifacts())
                .isEqualTo(json("{\"mode\":\"m\"}"));
        ProtocolMachineRunner unversioned = answering("{}");
        assertThat(failure(() -> unversioned.runSimulation(SIMULATION))).returns("UNREADABLE", Told::code);
    }

    @Test
    void the_native_runner_is_preferred_to_the_script() throws IOException {
        Path root = directory.resolve("workspace");
        Path module = Files.createDirectories(root.resolve("a/b"));
        Files.createDirectories(root.resolve("lean/.lake"));
        RunnerHost host = peer.host(module);
        assertThat(failure(() -> new ProtocolMachineRunner(Peer.MACHINE.discover(host)))
                        .message())
                .isEqualTo("protocol-machine runner binary not found at lean/.lake/build/bin/protocol_machine_runner");
        peer.script(root.resolve("scripts/lean/protocol-machine-runner.sh"), answerLine("script"));
        assertThat(new ProtocolMachineRunner(Peer.MACHINE.discover(host))
                        .run(INPUT)
                        .status())
                .isEqualTo("script");
        peer.script(root.resolve("lean/.lake/build/bin/protocol_machine_runner"), answerLine("native"));
        assertThat(new ProtocolMachineRunner(Peer.MACHINE.discover(host))
                        .run(INPUT)
                        .status())
                .isEqualTo("native");
        Path missing = root.resolve("missing");
        assertThat(failure(() -> new ProtocolMachineRunner(Peer.MACHINE.oneShot(host, missing))))
                .isEqualTo(told(new Failure.NotFound(Peer.MACHINE, missing)));
    }

    private static String answerLine(String status) {
        return "cat >/dev/null; echo '" + EMPTY.replace("completed", status) + "'";
    }

    private static String filled(String document) {
        return document.replace("TAIL", TAIL).replace("V,", V + ",");
    }

    private ProtocolMachineRunner answering(String document) throws IOException {
        return runner("cat >/dev/null", "echo '" + document + "'");
    }

    private ProtocolMachineRunner runner(String... lines) throws IOException {
        return new ProtocolMachineRunner(Peer.MACHINE.oneShot(peer.host(), peer.script(lines)));
    }

    private Told runError(String document) throws IOException {
        ProtocolMachineRunner runner = answering(document);
        return failure(() -> runner.run(INPUT));
    }

    private static void assertTimesOut(String operation, ThrowingCallable call) {
        assertThat(failure(call).message())
                .isEqualTo("protocol-machine runner operation '" + operation + "' timed out after 50ms");
    }

    private static TraceEvent event(String kind, String sender, String receiver, String label) {
        return new TraceEvent(
                kind, 1, 0L, sender, receiver, label, null, null, null, null, null, null, null, null, null, null, null,
                null);
    }

    private static Told parse(String text) {
        return told(new Failure.Unreadable(text, List.of()));
    }

    private static Told failure(ThrowingCallable call) {
        return Told.when(call);
    }

    private static Told told(Failure failure) {
        return Told.of(Peer.MACHINE, failure);
    }
}

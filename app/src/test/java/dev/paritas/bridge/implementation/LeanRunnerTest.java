package dev.paritas.bridge.implementation;

import static dev.paritas.bridge.implementation.ScriptedPeer.output;
import static dev.paritas.testsupport.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.bridge.implementation.ValidatorOperations.LeanValidationResult;
import dev.paritas.bridge.implementation.ValidatorOperations.RegularPracticalFragment;
import dev.paritas.semanticobjects.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
class LeanRunnerTest {
    private static final JsonValue END = json("{\"kind\":\"end\"}");
    private static final String LOG_OK = "{\"role\":\"A\",\"status\":\"ok\",\"message\":\"ok\"}";

    @TempDir
    Path directory;

    private ScriptedPeer peer;

    @BeforeEach
    void open() throws IOException {
        peer = new ScriptedPeer(directory);
    }

    @AfterEach
    void close() throws IOException {
        peer.close();
    }

    @Test
    void each_operation_uses_its_argument_vector_and_layout() throws IOException {
        String show = "for a; do [ -s \"$a\" ] && { echo file; cat \"$a\"; echo; } || case $a in /*) echo empty;; "
                + "*) echo \"$a\";; esac; done > \"$SEEN\"";
        JsonValue comm = json("{\"kind\":\"var\",\"name\":\"t\"}");
        String pretty = "file\n{\n  \"kind\": \"var\",\n  \"name\": \"t\"\n}\n";
        String end = "file\n{\n  \"kind\": \"end\"\n}\n";

        LeanRunner validate = runner(show, output(LOG_OK));
        validate.validate(comm, END);
        assertThat(peer.seen()).isEqualTo("--choreography\n" + pretty + "--program\n" + end + "--json-log\nempty\n");

        LeanRunner exports = runner(show, output("{\"success\":true,\"projections\":{}}"));
        exports.project(comm, List.of());
        assertThat(peer.seen())
                .isEqualTo("--export-all-projections\nfile\n{\"kind\":\"var\",\"name\":\"t\"}\n--output\nempty\n");
        exports.exportAllProjections(comm);
        assertThat(peer.seen()).isEqualTo("--export-all-projections\n" + pretty + "--output\nempty\n");
        exports.exportProjection(comm, "A B");
        assertThat(peer.seen()).isEqualTo("--export-projection\n" + pretty + "--role\nA B\n--output\nempty\n");

        LeanRunner checks = runner(
                show,
                output("{\"success\":true,\"result\":true,\"reaches_communication\":true,\"well_formed\":true,"
                        + "\"full_unfold_head\":\"end\"}"));
        checks.checkAsyncSubtype(comm, END);
        assertThat(peer.seen()).isEqualTo("--check-async-subtype\n" + pretty + end + "--output\nempty\n");
        checks.checkOrphanFree(comm);
        assertThat(peer.seen()).isEqualTo("--check-orphan-free\n" + pretty + "--output\nempty\n");
        checks.checkRegularPracticalFragment(comm);
        assertThat(peer.seen()).isEqualTo("--check-regular-practical-fragment\n" + pretty + "--output\nempty\n");
        peer.assertNoScratchFiles();
    }

    @Test
    void a_validation_log_is_decoded() throws IOException {
        assertThat(runner("echo spoken", output(LOG_OK)).validate(END, END))
                .isEqualTo(new LeanValidationResult(true, "A", "ok", "spoken\n"));
        assertThat(runner(output("{\"role\":\"A\",\"status\":\"error\"}")).validate(END, END))
                .isEqualTo(new LeanValidationResult(false, "A", "", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rm \"$last\" | Lean validator completed but did not emit a JSON log",
                "true | Lean validator emitted an empty JSON log",
                "echo > \"$last\" | Lean validator emitted an empty JSON log",
                "echo '{}' > \"$last\" | missing string field: role",
                "echo '[]' > \"$last\" | missing string field: role",
                "echo '{\"role\":1}' > \"$last\" | missing string field: role",
                "echo '{\"role\":\"A\",\"status\":null}' > \"$last\" | missing string field: status",
                "echo '{\"role\":\"A\",\"status\":\"fail\"}' > \"$last\" | invalid status value in JSON log: fail"
            })
    void a_bad_validation_log_is_a_parse_error(String line, String text) throws IOException {
        LeanRunner runner = runner(line);
        assertThat(failure(() -> runner.validate(END, END))).isEqualTo(told(new Failure.Unreadable(text, List.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "{\"success\":true", "{\"success\":true} x", "{\"a\":\"\\ud800\"}"})
    void an_output_file_that_is_not_json_is_a_parse_error(String text) throws IOException {
        LeanRunner runner = runner(output(text));
        assertThat(failure(() -> runner.checkOrphanFree(END))).returns("UNREADABLE", Told::code);
        peer.assertNoScratchFiles();
    }

    @Test
    void an_answer_may_nest_127_levels_and_no_more() throws IOException {
        LeanRunner at = runner(output("[".repeat(127) + "]".repeat(127)));
        assertThat(at.exportAllProjections(END)).isInstanceOf(JsonValue.Array.class);
        LeanRunner beyond = runner(output("[".repeat(128) + "]".repeat(128)));
        assertThat(failure(() -> beyond.exportAllProjections(END))).returns("UNREADABLE", Told::code);
    }

    @Test
    void an_answer_without_a_member_keeps_the_last_words() throws IOException {
        Path script = peer.script("echo 'half a model' >&2", "echo '{\"success\":true}' > \"$last\"");
        LeanRunner runner = new LeanRunner(Peer.VALIDATOR.oneShot(peer.host(), script));
        assertThat(catchThrowableOfType(ImplementationException.class, () -> runner.checkOrphanFree(END))
                        .stderrTail())
                .containsExactly("half a model");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | missing success field",
                "[] | missing success field",
                "{\"success\":1} | missing success field",
                "{\"success\":false} | DEFAULT",
                "{\"success\":false,\"error\":7} | DEFAULT",
                "{\"success\":false,\"error\":\"because\"} | because",
                "{\"success\":true} | missing result field",
                "{\"success\":true,\"result\":\"yes\"} | missing result field"
            })
    void a_check_without_a_verdict_is_a_parse_error(String json, String text) throws IOException {
        LeanRunner runner = runner(output(json));
        assertThat(failure(() -> runner.checkAsyncSubtype(END, END)))
                .isEqualTo(parse(text.replace("DEFAULT", "Lean async-subtyping check failed")));
        assertThat(failure(() -> runner.checkOrphanFree(END)))
                .isEqualTo(parse(text.replace("DEFAULT", "Lean orphan-free check failed")));
        assertThat(failure(() -> runner.checkRegularPracticalFragment(END)))
                .isEqualTo(parse(text.replace("DEFAULT", "Lean regular-practical-fragment check failed")));
    }

    @Test
    void the_members_of_a_fragment_answer_are_asked_for_in_order() throws IOException {
        String json = "{\"success\":true,\"result\":false,\"extra\":0";
        String full = json + ",\"reaches_communication\":true,\"well_formed\":false,\"full_unfold_head\":\"mu\"";
        assertThat(fragmentError(json + "}")).isEqualTo(parse("missing reaches_communication field"));
        assertThat(fragmentError(json + ",\"reaches_communication\":true}"))
                .isEqualTo(parse("missing well_formed field"));
        assertThat(fragmentError(json + ",\"reaches_communication\":true,\"well_formed\":false}"))
                .isEqualTo(parse("missing full_unfold_head field"));
        assertThat(runner(output(full + "}")).checkRegularPracticalFragment(END))
                .isEqualTo(new RegularPracticalFragment(false, true, false, "mu", Optional.empty()));
        assertThat(runner(output(full + ",\"reason\":\"open\"}"))
                        .checkRegularPracticalFragment(END)
                        .reason())
                .contains("open");
    }

    @Test
    void projections_come_as_object_or_as_list_and_only_the_requested_ones_are_kept() throws IOException {
        LeanRunner object = runner(output("{\"projections\":{\"B\":1,\"A\":2,\"C\":3}}"));
        assertThat(object.project(END, List.of())).containsOnlyKeys("A", "B", "C");
        assertThat(object.project(END, List.of("C", "A")).keySet()).containsExactly("A", "C");
        LeanRunner list = runner(output("{\"success\":true,\"projections\":[{\"role\":\"A\",\"localType\":1},"
                + "{\"role\":\"B\",\"local_type\":2,\"localType\":3},{\"role\":\"A\",\"local_type\":4}]}"));
        assertThat(list.project(END, List.of())).containsOnly(Map.entry("A", json("4")), Map.entry("B", json("2")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"success\":false} | Lean export failed",
                "{\"success\":false,\"error\":\"bad kind\"} | bad kind",
                "{} | missing projections field",
                "7 | missing projections field",
                "{\"projections\":null} | invalid projections format",
                "{\"projections\":[1]} | invalid projection entry",
                "{\"projections\":[{}]} | missing role in projection",
                "{\"projections\":[{\"role\":\"A\"}]} | missing local_type in projection",
                "{\"projections\":{}} | missing projection for role Missing"
            })
    void a_bad_projection_answer_is_a_parse_error(String json, String text) throws IOException {
        LeanRunner runner = runner(output(json));
        assertThat(failure(() -> runner.project(END, List.of("Missing")))).isEqualTo(parse(text));
    }

    @Test
    void an_exit_code_is_reported_with_stderr_before_any_output_is_read() throws IOException {
        LeanRunner runner = runner(output("{\"success\":true,\"result\":true}"), "echo reason >&2", "exit 3");
        assertThat(failure(() -> runner.checkOrphanFree(END))).isEqualTo(told(new Failure.Ended(3, "reason\n")));
        assertThat(failure(() -> runner.checkOrphanFree(END)).message())
                .isEqualTo("Lean process failed with exit code 3: reason\n");
        LeanRunner killed = runner("kill -9 $$");
        assertThat(failure(() -> killed.validate(END, END))).isEqualTo(told(new Failure.Ended(137, "")));
        peer.assertNoScratchFiles();
    }

    @Test
    void a_sleeping_child_times_out_under_the_name_of_its_operation() throws IOException {
        peer.set("TELLTALE_LEAN_TIMEOUT_MS", "500");
        LeanRunner runner = runner("sleep 1000 & echo $! >> \"$PIDS\"", "wait");
        assertTimesOut("validate", () -> runner.validate(END, END));
        assertTimesOut("project_all", () -> runner.project(END, List.of()));
        assertTimesOut("export_projection", () -> runner.exportProjection(END, "A"));
        assertTimesOut("export_all_projections", () -> runner.exportAllProjections(END));
        assertTimesOut("check_async_subtype", () -> runner.checkAsyncSubtype(END, END));
        assertTimesOut("check_orphan_free", () -> runner.checkOrphanFree(END));
        assertTimesOut("check_regular_practical_fragment", () -> runner.checkRegularPracticalFragment(END));
        peer.assertNothingLeft();
        peer.assertNoScratchFiles();
    }

    @Test
    void a_child_that_writes_a_mebibyte_to_both_streams_does_not_stall() throws IOException {
        LeanRunner runner = runner(
                "head -c 1048576 /dev/zero",
                "head -c 1048576 /dev/zero >&2",
                output("{\"success\":true,\"result\":true}"));
        assertThat(runner.checkOrphanFree(END)).isTrue();
    }

    @Test
    void a_file_that_cannot_be_executed_is_an_io_error_when_it_is_used() throws IOException {
        Path plain = Files.writeString(directory.resolve("plain"), "no program");
        LeanRunner runner = new LeanRunner(Peer.VALIDATOR.oneShot(peer.host(), plain));
        assertThat(failure(() -> runner.checkOrphanFree(END))).returns("UNUSABLE", Told::code);
        Path gone = peer.script("true");
        LeanRunner orphaned = new LeanRunner(Peer.VALIDATOR.oneShot(peer.host(), gone));
        Files.delete(gone);
        assertThat(failure(() -> orphaned.checkOrphanFree(END))).returns("UNUSABLE", Told::code);
        peer.assertNoScratchFiles();
    }

    @Test
    void a_custom_path_must_be_a_regular_file() {
        Path missing = directory.resolve("missing");
        assertThat(failure(() -> new LeanRunner(Peer.VALIDATOR.oneShot(peer.host(), missing))))
                .isEqualTo(told(new Failure.NotFound(Peer.VALIDATOR, missing)));
        assertThat(failure(() -> new LeanRunner(Peer.VALIDATOR.oneShot(peer.host(), directory)))
                        .message())
                .isEqualTo("Lean binary not found at " + directory);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "4, true", "5, false"})
    void the_workspace_is_looked_for_in_five_directories(int depth, boolean found) throws IOException {
        Path root = Files.createDirectories(directory.resolve("workspace"));
        peer.script(root.resolve("lean/.lake/build/bin/telltale_validator"), "exit 1");
        Path module = root;
        for (int i = 0; i < depth; i++) {
            module = module.resolve("d" + i);
        }
        Files.createDirectories(module);
        assertThat(Peer.VALIDATOR.isAvailable(peer.host(module))).isEqualTo(found);
        assertThat(Peer.VALIDATOR.tryDiscover(peer.host(module)).isPresent()).isEqualTo(found);
    }

    @Test
    void the_nearest_workspace_decides_even_without_a_binary() throws IOException {
        Path outer = directory.resolve("outer");
        Path inner = outer.resolve("inner");
        peer.script(outer.resolve("lean/.lake/build/bin/telltale_validator"), "exit 1");
        Files.createDirectories(inner.resolve("lean/.lake"));
        RunnerHost host = peer.host(inner);
        assertThat(failure(() -> new LeanRunner(Peer.VALIDATOR.discover(host))))
                .isEqualTo(
                        told(new Failure.NotFound(Peer.VALIDATOR, Path.of("lean/.lake/build/bin/telltale_validator"))));
        assertThatIllegalStateException()
                .isThrownBy(() -> new LeanRunner(Peer.VALIDATOR.requireAvailable(host)))
                .withMessageContaining("lake build telltale_validator")
                .withMessageContaining("lean/.lake/build/bin/telltale_validator");
        assertThat(new LeanRunner(Peer.VALIDATOR.discover(peer.host(outer)))).isNotNull();
    }

    @Test
    void the_machine_runner_of_the_workspace_is_run_with_a_compact_request() throws IOException {
        Path root = directory.resolve("workspace");
        peer.script(root.resolve("lean/.lake/build/bin/telltale_validator"), "exit 1");
        RunnerHost host = peer.host(root);
        assertThat(failure(() -> LeanRunner.runProtocolMachine(host, List.of(), 1, 2))
                        .message())
                .isEqualTo("Lean binary not found at lean/.lake/build/bin/protocol_machine_runner");

        peer.script(root.resolve("scripts/lean/protocol-machine-runner.sh"), "cat > \"$SEEN\"", "echo '[\"script\"]'");
        assertThat(LeanRunner.runProtocolMachine(host, List.of(END), 1, -1)).isEqualTo(json("[\"script\"]"));
        assertThat(peer.seen())
                .isEqualTo("{\"choreographies\":[{\"kind\":\"end\"}],\"concurrency\":1,"
                        + "\"max_steps\":18446744073709551615,\"schema_version\":\"lean_bridge.v1\"}");

        peer.script(root.resolve("lean/.lake/build/bin/protocol_machine_runner"), "cat >/dev/null", "echo '7 8'");
        assertThat(failure(() -> LeanRunner.runProtocolMachine(host, List.of(), 1, 2)))
                .returns("UNREADABLE", Told::code);
    }

    @Test
    void a_slow_machine_runner_times_out_under_the_validators_variable() throws IOException {
        Path root = directory.resolve("workspace");
        peer.script(root.resolve("lean/.lake/build/bin/protocol_machine_runner"), "sleep 1000");
        peer.set("TELLTALE_LEAN_TIMEOUT_MS", "500");
        RunnerHost host = peer.host(root);
        assertTimesOut("run_protocol_machine", () -> LeanRunner.runProtocolMachine(host, List.of(), 1, 1));
        peer.assertNothingLeft();
    }

    private LeanRunner runner(String... lines) throws IOException {
        return new LeanRunner(Peer.VALIDATOR.oneShot(peer.host(), peer.script(lines)));
    }

    private Told fragmentError(String json) throws IOException {
        LeanRunner runner = runner(output(json));
        return failure(() -> runner.checkRegularPracticalFragment(END));
    }

    private static void assertTimesOut(String operation, ThrowingCallable call) {
        assertThat(failure(call)).isEqualTo(told(new Failure.Silent(operation, 500, List.of())));
        assertThat(failure(call).message()).isEqualTo("Lean process '" + operation + "' timed out after 500ms");
    }

    private static Told parse(String text) {
        return told(new Failure.Unreadable(text, List.of()));
    }

    private static Told failure(ThrowingCallable call) {
        return Told.when(call);
    }

    private static Told told(Failure failure) {
        return Told.of(Peer.VALIDATOR, failure);
    }
}

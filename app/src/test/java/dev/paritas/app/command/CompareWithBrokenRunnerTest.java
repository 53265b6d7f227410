package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.testsupport.Executables;
import dev.paritas.testsupport.Json;
import dev.paritas.testsupport.TypeTexts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code compare --runner} with runners that fail: broken, with their last words and exit code, and never a verdict. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the runners are shell scripts")
class CompareWithBrokenRunnerTest {
    private static final String CHOREOGRAPHY = TypeTexts.message("A", "B", "m", TypeTexts.END);

    @TempDir
    private Path folder = Path.of("");

    private List<String> command(String... script) throws IOException {
        Path runner = folder.resolve("runner");
        Executables.script(runner, script);
        Path input = Files.writeString(folder.resolve("in.json"), CHOREOGRAPHY);
        String kept = folder.resolve("reproducers").toString();
        return List.of("compare", "--json", "--reproducers", kept, "--runner", runner.toString(), input.toString());
    }

    private SortedMap<String, JsonValue> broken(String... script) throws IOException {
        return broken(Ran.paritas(command(script).toArray(String[]::new)));
    }

    private static SortedMap<String, JsonValue> broken(Ran ran) {
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).isEmpty();
        JsonValue.Obj document = (JsonValue.Obj) Json.json(ran.out());
        assertThat(document.members()).containsEntry("verdict", new JsonValue.Text("broken"));
        return document.members();
    }

    private static void assertSays(SortedMap<String, JsonValue> document, String reason, String... stderr) {
        assertThat(document.get("reason"))
                .isInstanceOfSatisfying(
                        JsonValue.Text.class, text -> assertThat(text.value()).contains(reason));
        assertThat(document)
                .containsEntry(
                        "stderr_tail",
                        new JsonValue.Array(List.of(stderr).stream()
                                .<JsonValue>map(JsonValue.Text::new)
                                .toList()));
    }

    @Test
    void garbage_is_an_answer_that_cannot_be_used() throws IOException {
        assertSays(
                broken("cat >/dev/null", "echo 'warning: licence expired' >&2", "echo 'not json'"),
                "the answer of the runner cannot be used",
                "warning: licence expired");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 127, 129, 137, 192, 255})
    void an_exit_code_is_told_as_it_is(int code) throws IOException {
        assertSays(
                broken("cat >/dev/null", "echo out of memory >&2", "exit " + code),
                "exit code " + code + " ",
                "out of memory");
    }

    @Test
    void a_signal_is_told_as_a_shell_tells_it() throws IOException {
        assertSays(broken("cat >/dev/null", "echo bye >&2", "kill -9 $$"), "exit code 137 ", "bye");
    }

    @Test
    void an_answer_without_a_member_keeps_the_last_words() throws IOException {
        assertSays(
                broken("cat >/dev/null", "echo 'half a model' >&2", "echo '{\"trace\":[]}'"),
                "the answer of the runner cannot be used",
                "half a model");
    }

    @Test
    void an_answer_without_end_is_cut_off_at_the_named_limit() throws IOException {
        assertSays(
                broken("cat >/dev/null", "echo 'round and round' >&2", "exec cat /dev/zero"),
                "67108864 bytes (answer_bytes)",
                "round and round");
    }

    @Test
    void a_limit_of_the_runner_is_no_judgement_of_the_protocol() throws IOException {
        Ran ran = Ran.paritas(command(
                        "cat >/dev/null",
                        "echo 'uncaught exception: the type takes more (limit type_text)' >&2",
                        "exit 1")
                .toArray(String[]::new));
        assertThat(ran.exit()).isEqualTo(4);
        assertThat(ran.out()).contains("\"verdict\":\"declined\"", "limit type_text", "\"side\":\"right\"");
        Ran unknown = Ran.paritas(
                command("cat >/dev/null", "echo 'uncaught exception: no such role (limit other)' >&2", "exit 1")
                        .toArray(String[]::new));
        assertThat(unknown.exit()).isEqualTo(1);
        assertThat(unknown.out()).contains("\"verdict\":\"diverge\"");
    }

    @Test
    void only_a_refusal_in_form_is_a_judgement() throws IOException {
        Ran ran = Ran.paritas(command("cat >/dev/null", "echo 'uncaught exception: no such role' >&2", "exit 1")
                .toArray(String[]::new));
        assertThat(ran.out()).doesNotContain("\"verdict\":\"broken\"");
        assertSays(
                broken("cat >/dev/null", "echo 'error: no such role' >&2", "exit 1"),
                "exit code 1 ",
                "error: no such role");
    }

    /** The deadline is a variable, so this one needs a process of its own. */
    @Test
    void a_runner_that_hangs_is_given_up_with_its_last_words() throws Exception {
        ProcessBuilder program = new ProcessBuilder(Executables.java(Paritas.class));
        program.command().addAll(command("echo 'cannot load libmodel.so' >&2", "exec sleep 300"));
        program.environment().put("TELLTALE_PROTOCOL_MACHINE_TIMEOUT_MS", "1500");
        Process process = program.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertSays(
                broken(new Ran(process.waitFor(), out, err)),
                "did not answer 'run' within 1500 ms",
                "cannot load libmodel.so");
    }

    @Test
    void people_see_what_the_runner_wrote_as_a_quotation() throws IOException {
        String[] args = command("cat >/dev/null", "echo 'agree: 7 and 7 events' >&2", "exit 9").stream()
                .filter(word -> !word.equals("--json"))
                .toArray(String[]::new);
        Ran ran = Ran.paritas(args);
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out().lines()).contains("  | agree: 7 and 7 events").noneMatch(line -> line.startsWith("agree"));
    }
}

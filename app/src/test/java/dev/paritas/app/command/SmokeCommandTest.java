package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.app.executable.ProtocolMachineRunnerMain;
import dev.paritas.testsupport.Executables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code paritas smoke}: each way in which an adapter fails is told, with what to do about it. */
final class SmokeCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private Ran smoke(String script) throws IOException {
        Path runner = folder.resolve("runner");
        Executables.script(runner, script);
        return Ran.paritas("smoke", "--runner", runner.toString());
    }

    @Test
    void what_does_not_start_is_told_with_what_to_do() throws IOException {
        Ran missing = Ran.paritas("smoke", "--runner", folder.resolve("nothing").toString());
        assertThat(missing.exit()).isEqualTo(3);
        assertThat(missing.out())
                .startsWith("FAIL answers ping-pong as the machine does\n       the runner could not be used: ")
                .contains(
                        "name a file that is there",
                        "SKIP everything else",
                        "\nbroken: it answers nothing; 1 thing to mend, from the top\n");
        Ran document = Ran.paritas(
                "smoke", "--json", "--runner", folder.resolve("nothing").toString());
        assertThat(document.exit()).isEqualTo(3);
        assertThat(document.out()).contains("\"verdict\":\"broken\"").hasLineCount(1);

        Path text = Files.writeString(folder.resolve("text"), "no program");
        Ran unstartable = Ran.paritas("smoke", "--runner", text.toString());
        assertThat(unstartable.exit()).isEqualTo(3);
        assertThat(unstartable.out()).contains("make it executable (chmod +x)");
    }

    @Test
    void what_ends_or_prints_something_else_is_told() throws IOException {
        Ran ends = smoke("echo 'ModuleNotFoundError: no json' >&2; exit 7");
        assertThat(ends.exit()).isEqualTo(3);
        assertThat(ends.out())
                .contains("exit code 7 and no answer", "| ModuleNotFoundError: no json", "read one JSON document");
        assertThat(smoke("cat >/dev/null; echo hello").out())
                .contains("nothing else may be on standard output", "SKIP everything else");
    }

    @Test
    void a_program_without_its_script_is_no_missing_program() {
        Ran script = Ran.paritas("smoke", "--runner", "sh gone.sh");
        assertThat(script.exit()).isEqualTo(3);
        assertThat(script.out())
                .containsPattern("the runner ended with exit code \\d+ and no answer\n +\\| .*gone\\.sh")
                .doesNotContain("not found at");
        for (String missing : List.of("no-such-program gone.sh", "./sh gone.sh")) {
            assertThat(Ran.paritas("smoke", "--runner", missing).out())
                    .contains("protocol-machine runner binary not found at " + missing.split(" ")[0] + "\n");
        }
    }

    @Test
    void one_canned_answer_for_everything_is_not_enough() throws IOException {
        String event =
                "{\"kind\":\"%s\",\"label\":\"%s\",\"receiver\":\"%s\",\"schema_version\":\"lean_bridge.v1\",\"sender\":\"%s\",\"session\":0,\"tick\":0}";
        String answer =
                "{\"concurrency\":1,\"schema_version\":\"lean_bridge.v1\",\"sessions\":[{\"schema_version\":\"lean_bridge.v1\",\"sid\":0,\"terminal\":true}],\"status\":\"completed\",\"steps_executed\":4,\"trace\":["
                        + String.join(
                                ",",
                                event.formatted("sent", "ping", "B", "A"),
                                event.formatted("received", "ping", "B", "A"),
                                event.formatted("sent", "pong", "A", "B"),
                                event.formatted("received", "pong", "A", "B"))
                        + "]}";
        Path canned = Files.writeString(folder.resolve("canned.json"), answer);
        Ran ran = smoke("cat >/dev/null; exec cat " + canned);
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .startsWith("OK   answers ping-pong as the machine does\n")
                .contains(
                        "FAIL takes the first branch of a choice\n",
                        "FAIL stops in an endless loop at max_steps\n",
                        "FAIL runs two sessions of one request\n",
                        "FAIL does not answer no JSON\n       it answered as if nothing were wrong",
                        "NOTE does not answer another schema version\n",
                        "FAIL does not answer a protocol of an unknown kind\n",
                        "\n5 things to mend, from the top\n");
        Ran document = Ran.paritas(
                "smoke", "--json", "--runner", folder.resolve("runner").toString());
        assertThat(document.exit()).isEqualTo(1);
        assertThat(document.out())
                .contains("\"verdict\":\"wrong\"", "\"name\":\"choice\",\"result\":\"wrong\"")
                .hasLineCount(1);
    }

    @Test
    void our_own_runner_works() throws IOException {
        Ran ran = smoke("exec " + Executables.javaLine(ProtocolMachineRunnerMain.class));
        assertThat(ran.exit()).as(ran.out()).isZero();
        assertThat(ran.out())
                .contains("OK   serves with --serve\n", "OK   refuses an unknown operation while it serves\n")
                .contains("OK   goes on behind refusals\n")
                .doesNotContain("FAIL");
    }

    @Test
    void a_wrong_command_line_is_refused() {
        assertThat(Ran.paritas("smoke").exit()).isEqualTo(2);
        assertThat(Ran.paritas("smoke", "--runner", "python3 'open").exit()).isEqualTo(2);
    }
}

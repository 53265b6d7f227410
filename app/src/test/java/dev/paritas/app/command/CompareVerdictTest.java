package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.compare.CaseInput;
import dev.paritas.bridge.compare.DialectSide;
import dev.paritas.bridge.compare.SideOutcome;
import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.testsupport.Executables;
import dev.paritas.testsupport.Protocols;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A runner that answers otherwise than the machine is never told to agree, and its folder shows the same again. */
@DisabledOnOs(OS.WINDOWS)
final class CompareVerdictTest {
    @TempDir
    private Path folder = Path.of("");

    private Path protocol() throws IOException {
        return Files.writeString(
                folder.resolve("in.json"),
                JsonOutput.compactText(ChoreographyJson.CODEC, ChoreographyJson.of(Protocols.PING_PONG)));
    }

    /** {@return a program that gives the right answer with some members changed} */
    private Path runner(String name, UnaryOperator<TreeMap<String, JsonValue>> change) throws IOException {
        if (!(new DialectSide().run(CaseInput.of(ChoreographyJson.of(Protocols.PING_PONG), 10_000))
                instanceof SideOutcome.Ran(RunOutput output, String error))) {
            throw new AssertionError("the dialect runs this protocol");
        }
        JsonValue.Obj answer = (JsonValue.Obj) RunOutput.RUNNER_CODEC.toTree(output);
        Path text = Files.writeString(
                folder.resolve(name + ".json"),
                new JsonValue.Obj(change.apply(new TreeMap<>(answer.members()))).compactText());
        return Executables.script(folder.resolve(name), "cat > /dev/null", "cat '" + text + "'");
    }

    private static TreeMap<String, JsonValue> with(TreeMap<String, JsonValue> members, String name, JsonValue value) {
        members.put(name, value);
        return members;
    }

    private static TreeMap<String, JsonValue> shorter(TreeMap<String, JsonValue> members, String list, int dropped) {
        List<JsonValue> elements =
                new ArrayList<>(((JsonValue.Array) members.getOrDefault(list, JsonValue.NULL)).elements());
        elements.subList(elements.size() - dropped, elements.size()).clear();
        return with(members, list, new JsonValue.Array(elements));
    }

    private Ran compare(Path runner) throws IOException {
        return Ran.paritas(
                "compare",
                "--reproducers",
                folder.resolve("kept here").toString(),
                "--runner",
                runner.toString(),
                protocol().toString());
    }

    @Test
    void a_faithful_runner_agrees_and_the_answer_says_what_was_not_compared() throws IOException {
        Ran ran = compare(runner("faithful", members -> members));
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .startsWith("agree: 7 and 7 events, 11 and 11 steps\n")
                .contains(
                        "not compared: ", "semantic objects", "program counters are left out", "per extracted session");
    }

    @Test
    void the_answer_names_both_sides_and_what_their_agreement_is_worth() throws IOException {
        Path stranger = runner("stranger", members -> members);
        assertThat(compare(stranger).out())
                .contains("sides: paritas ", "(java-machine ", stranger + " (executable ", ": two implementations\n");
        Path ours = runner("ours", members -> members);
        Files.writeString(ours, Files.readString(ours).replace("cat > /dev/null", """
            if [ "$1" = --serve ]; then
              echo '{"name":"double","version":"7","schema_versions":[],"operations":["run"],\
            "implementation":{"kind":"java-machine","digest":"ab"}}'
              exit 0
            fi
            cat > /dev/null\
            """));
        assertThat(compare(ours).out()).contains(" and double 7 (java-machine ab): one implementation on both sides");
        Ran json = Ran.paritas(
                "compare", "--json", "--runner", ours.toString(), protocol().toString());
        assertThat(json.exit()).isZero();
        assertThat(json.out())
                .contains(
                        "\"evidence\":\"transport\"",
                        "{\"implementation\":{\"digest\":\"ab\",\"kind\":\"java-machine\"},\"name\":\"double\",\"version\":\"7\"}");
    }

    @Test
    void a_status_a_dropped_step_and_no_steps_at_all_diverge() throws IOException {
        Ran status = compare(runner("stuck", members -> with(members, "status", new JsonValue.Text("stuck"))));
        assertThat(status.exit()).isEqualTo(1);
        assertThat(status.out()).startsWith("diverge: ").contains("status 0 at /status (unexplained)");
        Ran last = compare(runner("last", members -> shorter(members, "step_states", 1)));
        assertThat(last.exit()).isEqualTo(1);
        assertThat(last.out()).contains("11 and 10 step states");
        Ran none = compare(runner("none", members -> shorter(members, "step_states", 11)));
        assertThat(none.exit()).isEqualTo(1);
        assertThat(none.out()).contains("one side has no step states");
        Ran sessions = compare(runner("sessions", members -> shorter(members, "sessions", 1)));
        assertThat(sessions.exit()).isEqualTo(1);
        assertThat(sessions.out()).contains("session_statuses");
        try (var kept = Files.list(folder.resolve("kept here"))) {
            assertThat(kept).as("a folder for each finding").hasSize(4);
        }
    }

    @Test
    void a_folder_asks_the_recorded_runner_again_and_says_when_it_is_gone() throws IOException {
        Path runner = runner("liar", members -> with(members, "status", new JsonValue.Text("stuck")));
        Ran ran = compare(runner);
        assertThat(ran.out()).contains("replay: paritas compare --reproduce '" + folder.resolve("kept here"));
        Path kept;
        try (var folders = Files.list(folder.resolve("kept here"))) {
            kept = folders.findFirst().orElseThrow();
        }
        Ran again = Ran.paritas("compare", "--reproduce", kept.toString());
        assertThat(again.exit()).isEqualTo(1);
        assertThat(ran.out()).startsWith(again.out());
        Files.delete(runner);
        Ran gone = Ran.paritas("compare", "--reproduce", kept.toString());
        assertThat(gone.exit()).isEqualTo(4);
        assertThat(gone.out()).startsWith("declined").contains(runner.toString(), "status 0 at /status (unexplained)");
    }

    @Test
    void a_folder_that_cannot_be_written_is_a_warning_behind_the_verdict() throws IOException {
        Path file = Files.writeString(folder.resolve("a file"), "");
        Ran ran = Ran.paritas(
                "compare",
                "--reproducers",
                file.resolve("below").toString(),
                "--runner",
                runner("liar", members -> with(members, "status", new JsonValue.Text("stuck")))
                        .toString(),
                protocol().toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).startsWith("diverge: ").doesNotContain("replay: ");
        assertThat(ran.err())
                .startsWith("warning: no reproducer was kept in " + file)
                .hasLineCount(1);
    }

    @Test
    void surplus_files_are_refused_before_anything_runs() throws IOException {
        assertThat(Ran.paritas("compare", protocol().toString(), "no-such", "also-missing")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void an_unreadable_input_is_named_with_its_line() throws IOException {
        Path good = Files.writeString(
                folder.resolve("good.jsonl"),
                Ran.paritas("run", "--stream", protocol().toString()).out());
        Path cut = Files.writeString(
                folder.resolve("cut.jsonl"), Files.readString(good).stripTrailing() + "\n{\"kind\":\"ha");
        Ran ran = Ran.paritas("compare", good.toString(), cut.toString());
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains(cut.toString(), "line 8").hasLineCount(1);
        Ran missing = Ran.paritas("compare", folder.resolve("none").toString(), good.toString());
        assertThat(missing.err()).isEqualTo("error: IO at " + folder.resolve("none") + ": No such file or directory\n");
        assertThat(Ran.paritas("compare", "--reproduce", folder.resolve("nodir").toString())
                        .err())
                .contains("nodir")
                .hasLineCount(1);
    }

    @Test
    void a_role_that_the_list_lacks_is_declined_by_name() throws IOException {
        Path file = Files.writeString(
                folder.resolve("roles.json"), Files.readString(protocol()).replace("[\"A\",\"B\"]", "[\"A\"]"));
        Ran ran = Ran.paritas("compare", file.toString());
        assertThat(ran.exit()).isEqualTo(4);
        assertThat(ran.out()).startsWith("declined").contains("the role \"B\"");
    }
}

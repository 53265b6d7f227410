package dev.paritas.app.command;

import static dev.paritas.testsupport.TypeTexts.END;
import static dev.paritas.testsupport.TypeTexts.branch;
import static dev.paritas.testsupport.TypeTexts.choice;
import static dev.paritas.testsupport.TypeTexts.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.testsupport.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code project}, {@code run} and {@code compare} on small protocols. */
final class RunAndCompareTest {
    /** Row 1 of spec 22 §16: A waits for B while a message of C is pending. */
    private static final String PENDING_MESSAGE =
            message("A", "B", "go", message("B", "A", "b1", message("C", "A", "c1", END)));

    @TempDir
    private Path folder = Path.of("");

    private Path pingPong = folder;

    @BeforeEach
    void writePingPong() throws IOException {
        pingPong = folder.resolve("ping-pong.json");
        Files.writeString(pingPong, message("A", "B", "ping", message("B", "A", "pong", END)));
    }

    @Test
    void project_shows_each_role_in_order() {
        assertThat(Ran.paritas("project", pingPong.toString()).out())
                .isEqualTo("A  !B{ping.?B{pong.end}}\nB  ?A{ping.!A{pong.end}}\n");
    }

    @Test
    void project_writes_a_document_of_local_types() {
        Ran ran = Ran.paritas("project", "--json", "--role", "B", pingPong.toString());
        JsonValue.Obj document = (JsonValue.Obj) Json.json(ran.out());
        assertThat(document.members()).containsOnlyKeys("B");
    }

    @Test
    void a_role_without_projection_is_one_coded_line_and_what_it_means() throws IOException {
        Path file = folder.resolve("unprojectable.json");
        String left = branch("l", message("C", "A", "x", END));
        String right = branch("r", message("C", "A", "y", END));
        Files.writeString(file, choice("A", "B", left, right));
        Ran ran = Ran.paritas("project", file.toString());
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines()).first().asString().startsWith("error: MERGE_FAILURE at role C: ");
        assertThat(ran.err().lines().skip(1))
                .contains("  in branch 'l' C sends 'x' to A", "  in branch 'r' C sends 'y' to A")
                .allMatch(line -> line.startsWith("  "));
    }

    /** The raw ticks of spec 22 §17. */
    @ParameterizedTest
    @ValueSource(strings = {"r", "l"})
    void run_shows_the_published_trace_of_ping_pong(String dialect) {
        assertThat(Ran.paritas("run", "--dialect", dialect, pingPong.toString()).out())
                .isEqualTo("""
                     0  #0   opened    A,B
                     1  #0   sent      A -> B  ping
                     2  #0   received  A -> B  ping
                     6  #0   sent      B -> A  pong
                     8  #0   received  B -> A  pong
                     9       halted    coroutine 1
                    11       halted    coroutine 0
                completed after 11 steps
                """);
    }

    @Test
    void run_writes_a_document_that_the_bridge_reads() {
        Ran ran = Ran.paritas("run", "--json", pingPong.toString());
        RunOutput output = JsonInput.read(ran.out(), ReadPolicy.STRICT, RunOutput.CODEC);
        assertThat(output.status()).isEqualTo("completed");
        assertThat(output.stepsExecuted()).isEqualTo(11);
        assertThat(output.semanticObjects().semanticHandoffs()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"r", "l"})
    void a_streamed_run_is_one_event_per_line(String dialect) {
        Ran ran = Ran.paritas("run", "--stream", "--dialect", dialect, pingPong.toString());
        assertThat(ran.out().lines()).hasSize(7).allMatch(line -> line.startsWith("{\"kind\":"));
    }

    @Test
    void a_recorded_run_is_repeated_from_its_tape() {
        Path tape = folder.resolve("tape.json");
        Ran recorded = Ran.paritas("run", "--json", "--record", tape.toString(), pingPong.toString());
        assertThat(recorded).isEqualTo(Ran.paritas("run", "--json", pingPong.toString()));
        assertThat(tape).content().startsWith("{\"entries\":[{\"effect_id\":0,");
        Path again = folder.resolve("again.json");
        assertThat(Ran.paritas(
                        "run",
                        "--json",
                        "--replay",
                        tape.toString(),
                        "--record",
                        again.toString(),
                        pingPong.toString()))
                .isEqualTo(recorded);
        assertThat(again).hasSameTextualContentAs(tape);
    }

    @Test
    void a_tape_of_another_run_stops_where_it_differs() throws IOException {
        Path tape = folder.resolve("tape.json");
        Path message = Files.writeString(folder.resolve("message.json"), message("A", "B", "ping", END));
        Ran.paritas("run", "--record", tape.toString(), message.toString());
        Ran longer = Ran.paritas("run", "--replay", tape.toString(), pingPong.toString());
        assertThat(longer.exit()).isEqualTo(3);
        assertThat(longer.err())
                .as("the tape ends before B answers")
                .matches("error: REPLAY_FAILED at the tape: replay trace exhausted at index \\d+, expected "
                        + "send_decision\n");
        Ran broken = Ran.paritas("run", "--replay", emptyTape().toString(), pingPong.toString());
        assertThat(broken)
                .isEqualTo(new Ran(
                        3,
                        "",
                        "error: REPLAY_FAILED at the tape: replay trace exhausted at index 0, expected "
                                + "topology_events\n"));
        Ran.paritas("run", "--record", tape.toString(), pingPong.toString());
        Ran shorter = Ran.paritas("run", "--max-steps", "1", "--replay", tape.toString(), pingPong.toString());
        assertThat(shorter.exit()).isZero();
        assertThat(shorter.err())
                .matches("note: nothing asked for the last \\d+ entries of the tape\n"
                        + "note: step limit: the run used up its 1 steps\n");
    }

    private Path emptyTape() throws IOException {
        return Files.writeString(
                folder.resolve("empty.json"), "{\"schema_version\":\"paritas.effect_tape.v1\",\"entries\":[]}");
    }

    @Test
    void a_tape_that_cannot_be_used_is_one_coded_line() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.json"), "{\"schema_version\":\"v0\",\"entries\":[]}");
        assertThat(Ran.paritas("run", "--replay", bad.toString(), pingPong.toString())
                        .err())
                .startsWith("error: UNSUPPORTED_SCHEMA_VERSION at " + bad + " /schema_version")
                .hasLineCount(1);
        assertThat(Ran.paritas("run", "--replay", folder.toString(), pingPong.toString())
                        .err())
                .startsWith("error: IO at " + folder);
        for (String other : List.of("--stream", "--dialect=l")) {
            Ran ran = Ran.paritas("run", "--record", folder.resolve("t").toString(), other, pingPong.toString());
            assertThat(ran.exit()).isEqualTo(2);
            assertThat(ran.err()).startsWith("error: USAGE: ");
            assertThat(folder.resolve("t")).doesNotExist();
        }
    }

    @Test
    void several_files_are_sessions_of_one_run() {
        Ran ran = Ran.paritas("run", pingPong.toString(), pingPong.toString());
        assertThat(ran.out()).contains("#0   opened    A,B\n").contains("#1   opened    A,B\n");
    }

    @Test
    void equal_sides_agree() {
        Ran ran = Ran.paritas("compare", pingPong.toString());
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).startsWith("agree: 7 and 7 events, 11 and 11 steps\n");
    }

    @Test
    void a_divergence_is_explained_kept_and_replayed() throws IOException {
        Path file = folder.resolve("pending.json");
        Files.writeString(file, PENDING_MESSAGE);
        Path kept = folder.resolve("kept");
        Ran ran = Ran.paritas("compare", "--reproducers", kept.toString(), file.toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .startsWith("diverge: ")
                .contains("(pending_message_wake)", "/tick", "replay: paritas compare");
        Path reproducer;
        try (Stream<Path> folders = Files.list(kept)) {
            reproducer = folders.findFirst().orElseThrow();
        }
        Ran again = Ran.paritas("compare", "--reproduce", reproducer.toString());
        assertThat(again.exit()).isEqualTo(1);
        assertThat(ran.out()).startsWith(again.out());
    }

    @Test
    void the_verdict_document_has_the_divergence() throws IOException {
        Path file = folder.resolve("pending.json");
        Files.writeString(file, PENDING_MESSAGE);
        Ran ran = Ran.paritas("compare", "--json", "--reproducers", folder.toString(), file.toString());
        JsonValue.Obj document = (JsonValue.Obj) Json.json(ran.out());
        assertThat(document.members())
                .containsEntry("verdict", new JsonValue.Text("diverge"))
                .containsEntry("evidence", new JsonValue.Text("independent"))
                .containsOnlyKeys(
                        "coverage",
                        "divergence",
                        "evidence",
                        "findings",
                        "mode",
                        "normalizations",
                        "replay",
                        "sides",
                        "verdict");
    }

    @Test
    void two_traces_are_compared_event_by_event() throws IOException {
        Path left = folder.resolve("left.jsonl");
        Files.writeString(
                left, Ran.paritas("run", "--stream", pingPong.toString()).out());
        Path right = folder.resolve("right.jsonl");
        Files.writeString(right, Files.readString(left).replace("\"pong\"", "\"PONG\""));
        Ran same = Ran.paritas("compare", left.toString(), left.toString());
        assertThat(same.exit()).isZero();
        assertThat(same.out()).startsWith("agree: 7 and 7 events\n");
        Ran planted = Ran.paritas("compare", left.toString(), right.toString());
        assertThat(planted.exit()).isEqualTo(1);
        assertThat(planted.out()).contains("/label");
    }

    @Test
    void two_empty_traces_are_not_agreement() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.json"), "[]");
        assertThat(Ran.paritas("compare", empty.toString(), empty.toString()).exit())
                .isEqualTo(4);
    }

    @Test
    void a_missing_runner_is_broken_and_not_a_divergence() {
        Ran ran = Ran.paritas("compare", "--runner", folder.resolve("nobody").toString(), pingPong.toString());
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out()).startsWith("broken\n");
    }

    @Test
    void compare_without_a_subject_is_a_usage_error() {
        assertThat(Ran.paritas("compare").exit()).isEqualTo(2);
        assertThat(Ran.paritas("compare", "--reproduce", "x", "y").exit()).isEqualTo(2);
    }

    @Test
    void a_document_that_is_no_choreography_is_one_coded_line() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.json"), "{\"kind\":\"comm\",\"sender\":1}");
        Ran ran = Ran.paritas("run", file.toString());
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err().lines()).singleElement().asString().startsWith("error: EXPECTED_STRING at " + file);
    }

    @Test
    void a_missing_file_is_one_coded_line() {
        Ran ran = Ran.paritas("run", folder.resolve("none.json").toString());
        assertThat(ran)
                .isEqualTo(new Ran(
                        3, "", "error: IO at " + folder.resolve("none.json") + ": No such file or directory\n"));
    }
}

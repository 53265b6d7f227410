package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --diagram}: what is drawn of a run, of a difference and of a violation. */
final class DiagramCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private String pingPong = "";
    private String race = "";

    @BeforeEach
    void writeProtocols() throws IOException {
        pingPong = write("ping-pong.tell", "protocol PingPong =\n  roles A, B\n\n  A -> B : ping\n  B -> A : pong\n");
        race = write("race.tell", "protocol Race =\n  roles A, B, C\n\n  A -> B : go\n  B -> A : b1\n  C -> A : c1\n");
    }

    private String write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        return file.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"r", "l"})
    void a_run_is_its_messages_in_order(String dialect) {
        Ran ran = Ran.paritas("run", pingPong, "--diagram", "mermaid", "--dialect", dialect);
        assertThat(ran.exit()).isZero();
        assertThat(ran.out().lines().map(String::strip))
                .containsSubsequence(
                        "sequenceDiagram",
                        "participant p0 as A",
                        "participant p1 as B",
                        "Note over p0,p1: session 0 opened",
                        "p0->>p1: ping",
                        "p1->>p0: pong",
                        "Note over p0,p1: halted");
    }

    @Test
    void a_message_that_waits_is_drawn_where_it_is_sent_and_where_it_is_taken() {
        assertThat(Ran.paritas("run", race, "--diagram", "mermaid")
                        .out()
                        .lines()
                        .map(String::strip))
                .containsSubsequence("p0->>p1: go", "p2--)p0: c1", "p1->>p0: b1", "p2-)p0: c1");
    }

    @Test
    void roles_of_several_sessions_stand_in_boxes() {
        assertThat(Ran.paritas("run", pingPong, race, "--diagram", "mermaid")
                        .out()
                        .lines()
                        .map(String::strip))
                .containsSubsequence(
                        "box transparent session 0",
                        "participant p0 as A",
                        "participant p1 as B",
                        "end",
                        "box transparent session 1",
                        "participant p2 as A",
                        "end",
                        "p0->>p1: ping");
    }

    @Test
    void a_long_run_is_drawn_to_a_thousand_events_and_says_how_many_are_left_out() throws IOException {
        String loop = write("loop.tell", "protocol Loop =\n  roles A, B\n\n  rec x\n    A -> B : m\n    continue x\n");
        Ran ran = Ran.paritas("run", loop, "--max-steps", "30000", "--diagram", "mermaid");
        assertThat(ran.out()
                        .lines()
                        .filter(line -> line.contains("->>") || line.contains("-)"))
                        .count())
                .isLessThan(1_000);
        assertThat(ran.out()).containsPattern("Note over p0,p1: [0-9]+ further events are not drawn");
        assertThat(ran.err()).startsWith("note: step limit");
    }

    @Test
    void a_difference_shows_what_was_equal_and_then_both_sides() {
        Ran ran = Ran.paritas("compare", race, "--diagram", "mermaid");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out().lines().map(String::strip))
                .containsSubsequence(
                        "p0->>p1: go",
                        "alt left, event 6",
                        "p1-)p0: b1 #40;tick 10#41;",
                        "else right, event 6",
                        "p1-)p0: b1 #40;tick 11#41;",
                        "end");
    }

    @Test
    void what_agrees_is_drawn_once() {
        Ran ran = Ran.paritas("compare", pingPong, "--diagram", "plantuml");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("title agree<U+003A> ", "p0 -> p1 : ping\n")
                .doesNotContain("alt ");
    }

    @Test
    void a_violation_is_drawn_behind_what_was_allowed() throws IOException {
        String log = write("log.jsonl", """
                {"session":"s1","role":"A","action":"send","peer":"B","label":"ping"}
                {"session":"s1","role":"B","action":"receive","peer":"A","label":"ping"}
                {"session":"s1","role":"B","action":"send","peer":"A","label":"pang"}
                """);
        Ran ran = Ran.paritas("conform", pingPong, log, "--diagram", "mermaid");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out().lines().map(String::strip))
                .containsSubsequence(
                        "p0--)p1: ping #40;line 1#41;",
                        "p0-)p1: ping #40;line 2#41;",
                        "rect rgb(253, 226, 226)",
                        "p1--)p0: pang #40;line 3#41;",
                        "end",
                        "Note over p1: the protocol does not allow it here<br/>allowed#58; send #39;pong#39; to A");
    }

    @Test
    void without_a_violation_there_is_no_picture_and_a_line_says_so() throws IOException {
        String log = write(
                "log.jsonl",
                "{\"session\":\"s1\",\"role\":\"A\",\"action\":\"send\",\"peer\":\"B\",\"label\":\"ping\"}\n");
        Ran ran = Ran.paritas("conform", pingPong, log, "--diagram", "svg");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("note: there is no violation to draw: conforms so far");
    }

    @Test
    void a_picture_goes_into_a_file() throws IOException {
        Path file = folder.resolve("run.svg");
        Ran ran = Ran.paritas("run", pingPong, "--diagram", "svg", "--output", file.toString());
        assertThat(ran.out()).isEqualTo("Wrote to " + file + "\n");
        assertThat(Files.readString(file)).startsWith("<svg").endsWith("</svg>\n");
    }

    @Test
    void the_states_of_each_role_are_drawn_one_after_the_other() {
        Ran ran = Ran.paritas("project", race, "--diagram", "dot");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out().lines())
                .containsSubsequence("digraph \"A\" {", "}", "", "digraph \"B\" {", "}", "", "digraph \"C\" {", "}");
    }

    @Test
    void a_picture_is_of_one_role() {
        assertThat(Ran.paritas("project", race, "--diagram", "svg").err())
                .isEqualTo("error: USAGE: a picture shows one role: choose it with --role, of A, B, C\n");
        assertThat(Ran.paritas("project", race, "--diagram", "svg", "--role", "C")
                        .out())
                .startsWith("<svg")
                .contains(">!A c1<");
    }

    @Test
    void a_role_with_too_many_states_has_no_picture_and_is_told_what_else_there_is() throws IOException {
        String many = write("long.tell", "protocol Long =\n  roles A, B\n\n" + "  A -> B : m\n".repeat(200));
        Ran ran = Ran.paritas("project", many, "--diagram", "svg", "--role", "A");
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).startsWith("error: DIAGRAM_TOO_LARGE at role A: it has 201 states");
        assertThat(Ran.paritas("project", many, "--diagram", "mermaid", "--role", "A")
                        .exit())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "run,--json",
        "run,--objects",
        "run,--stream",
        "run,--check-replay",
        "compare,--json",
        "compare,--lean",
    })
    void it_goes_with_no_other_form(String command, String form) {
        Ran ran = Ran.paritas(command, pingPong, "--diagram", "mermaid", form);
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
    }
}

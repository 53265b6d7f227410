package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code paritas step}: one step of a type at a time. */
final class StepCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private String pingPong = "";

    @BeforeEach
    void write() throws IOException {
        Path file = folder.resolve("ping-pong.tell");
        Files.writeString(file, "protocol PingPong =\n  roles A, B\n  A -> B : Ping\n  B -> A : Pong\n");
        pingPong = file.toString();
    }

    @Test
    void without_actions_the_start_and_what_is_enabled_there_are_shown() {
        assertThat(Ran.paritas("step", pingPong))
                .isEqualTo(new Ran(0, "0  A→B{Ping.B→A{Pong.end}}\n    1  A -> B  Ping\n", ""));
    }

    @Test
    void an_action_is_named_by_its_number_or_by_its_words() {
        Ran byNumber = Ran.paritas("step", pingPong, "--do", "1", "--do", "1");
        Ran byWords = Ran.withInput("# both messages\n\nA -> B Ping\n B ->  A Pong\n", "step", pingPong);
        assertThat(byWords).isEqualTo(byNumber);
        assertThat(byNumber.exit()).isZero();
        assertThat(byNumber.out()).endsWith("taken  B -> A  Pong\n2  end\n       ended\n");
    }

    @Test
    void an_action_that_is_not_enabled_ends_a_script_with_exit_code_1() {
        Ran ran = Ran.withInput("B -> A Pong\n1\n", "step", pingPong);
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .endsWith("refused  B -> A Pong: not enabled here\n")
                .doesNotContain("taken");
    }

    @Test
    void back_takes_the_last_step_back_and_nothing_is_before_the_start() {
        Ran ran = Ran.paritas("step", pingPong, "--do", "1", "--do", "back", "--do", "back");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .contains("taken  back\n0  A→B{Ping.B→A{Pong.end}}\n")
                .endsWith("refused  back: not enabled here\n");
    }

    @Test
    void independent_messages_overtake_and_dependent_ones_do_not() throws IOException {
        Path file = folder.resolve("two.tell");
        Files.writeString(file, "protocol Two =\n  roles A, B, C, D\n  A -> B : x\n  C -> D : y\n  B -> A : z\n");
        assertThat(Ran.paritas("step", file.toString()).out())
                .contains("1  A -> B  x\n    2  C -> D  y\n")
                .doesNotContain("  3  ");
        assertThat(Ran.paritas("step", file.toString(), "--do", "C -> D y").out())
                .endsWith("1  A→B{x.B→A{z.end}}\n    1  A -> B  x\n");
    }

    @Test
    void a_role_walks_along_its_local_type() {
        Ran ran = Ran.paritas("step", pingPong, "--role", "B", "--do", "?A Ping");
        assertThat(ran)
                .isEqualTo(new Ran(
                        0,
                        "0  ?A{Ping.!A{Pong.end}}\n    1  ?A{Ping}\ntaken  ?A{Ping}\n1  !A{Pong.end}\n    1  !A{Pong}\n",
                        ""));
    }

    @Test
    void a_recursion_goes_on() throws IOException {
        Path file = folder.resolve("loop.json");
        Files.writeString(file, """
                {"kind":"rec","var":"t","body":{"kind":"comm","sender":"A","receiver":"B","branches":[
                  {"label":{"name":"m","sort":"unit"},"continuation":{"kind":"var","name":"t"}}]}}""");
        assertThat(Ran.paritas("step", file.toString(), "--do", "1", "--do", "1")
                        .out())
                .endsWith("2  μt.A→B{m.t}\n    1  A -> B  m\n");
    }

    @Test
    void json_lines_tell_what_was_taken_or_refused() {
        Ran ran = Ran.paritas("step", pingPong, "--json", "--do", "1", "--do", "nothing");
        assertThat(ran.out().lines())
                .hasSize(3)
                .element(1)
                .asString()
                .contains("\"taken\":\"A -> B  Ping\"", "\"step\":1", "\"enabled\":[\"B -> A  Pong\"]");
        assertThat(ran.out().lines().toList().getLast()).contains("\"refused\":\"nothing\"");
    }

    @Test
    void standard_input_is_the_choreography_or_the_script_and_not_both() {
        assertThat(Ran.withInput("", "step", "-").exit()).isEqualTo(2);
        assertThat(Ran.withInput("{\"kind\":\"end\"}", "step", "-", "--do", "1").out())
                .startsWith("0  end\n       ended\n");
    }
}

package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code compare --objects}, {@code run --check-replay} and {@code step --reaches}. */
final class ObjectsAndReplayTest {
    @TempDir
    private Path folder = Path.of("");

    private String pingPong = "";
    private Path objects = Path.of("");

    @BeforeEach
    void run() throws IOException {
        pingPong = folder.resolve("ping-pong.json").toString();
        Ran.paritas("sample", "--output", pingPong);
        objects = Files.writeString(
                folder.resolve("objects.json"),
                Ran.paritas("run", "--objects", pingPong).out());
    }

    @Test
    void the_objects_of_one_run_agree_with_themselves() {
        assertThat(Ran.paritas("compare", "--objects", objects.toString(), objects.toString()))
                .isEqualTo(new Ran(0, "agree\n", ""));
    }

    @Test
    void each_list_that_differs_is_named_with_its_first_difference() throws IOException {
        Path other = Files.writeString(
                folder.resolve("other.json"), Files.readString(objects).replace("default_handler", "other"));
        Ran ran = Ran.paritas("compare", "--objects", objects.toString(), other.toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .startsWith(
                        "diverge\nfirst difference: observed_reads 0 at /observed_reads/0/handler_identity (unexplained)\n")
                .contains("also: operation_instances 0 at ", "also: outstanding_effects 0 at ");
        assertThat(Ran.paritas("compare", "--cross-target", "--objects", objects.toString(), other.toString())
                        .out())
                .startsWith("agree\nnormalised ");
    }

    @Test
    void objects_are_compared_with_objects_and_nothing_else() {
        String file = objects.toString();
        assertThat(Ran.paritas("compare", "--objects", file, file, "--lean").exit())
                .isEqualTo(2);
        assertThat(Ran.paritas("compare", "--cross-target", pingPong).exit()).isEqualTo(2);
        assertThat(Ran.paritas("compare", "--objects", file, pingPong).err()).startsWith("error: ");
    }

    @Test
    void a_replay_is_the_same_run() {
        Ran ran = Ran.paritas("run", "--check-replay", pingPong);
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).startsWith("the replay is the same run\n").contains(", equal\n", ", 0 left over\n");
        assertThat(Ran.paritas("run", "--check-replay", "--json", pingPong).out())
                .contains("\"replay_consistent\":true", "\"exact_effect_trace_match\":true");
        assertThat(Ran.paritas("run", "--check-replay", "--stream", pingPong).exit())
                .isEqualTo(2);
    }

    @Test
    void a_choreography_reaches_its_continuations_and_no_others() throws IOException {
        String end = Files.writeString(folder.resolve("end.json"), "{\"kind\":\"end\"}")
                .toString();
        assertThat(Ran.paritas("step", pingPong, "--reaches", end)).isEqualTo(new Ran(0, "reached\n", ""));
        assertThat(Ran.paritas("step", end, "--reaches", pingPong)).isEqualTo(new Ran(1, "not reached\n", ""));
        assertThat(Ran.paritas("step", end, "--reaches", pingPong, "--role", "A")
                        .exit())
                .isEqualTo(2);
    }
}

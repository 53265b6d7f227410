package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.testsupport.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
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
                .satisfies(ran -> {
                    assertThat(ran.exit()).isZero();
                    assertThat(ran.out()).matches("agree: ([1-9]\\d*) and \\1 semantic objects\n");
                });
    }

    @Test
    void where_neither_side_has_an_object_nothing_is_compared() throws IOException {
        String none = Files.writeString(
                        folder.resolve("none.json"),
                        JsonOutput.compactText(SemanticObjects.CODEC, SemanticObjects.empty()))
                .toString();
        Ran declined = new Ran(4, "declined\nneither side has a semantic object\n", "");
        assertThat(Ran.paritas("compare", "--objects", none, none)).isEqualTo(declined);
        assertThat(Ran.paritas("compare", "--cross-target", "--objects", none, none))
                .isEqualTo(declined);
        assertThat(Ran.paritas("compare", "--objects", none, objects.toString()).exit())
                .isEqualTo(1);
    }

    @Test
    void a_replay_of_a_run_that_breaks_off_says_so_and_is_no_success() throws IOException {
        Path input;
        try (Stream<Path> cases = Files.list(Checkout.FIXTURES.resolve("divergence"))) {
            input = cases.filter(one -> one.getFileName().toString().startsWith("fault_reason"))
                    .findFirst()
                    .orElseThrow()
                    .resolve("input.json");
        }
        Ran ran = Ran.paritas("run", "--check-replay", input.toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).startsWith("the replay is the same run\n  ended           faulted: ");
        assertThat(ran.err()).startsWith("note: faulted after ").hasLineCount(1);
    }

    @Test
    void a_replay_that_is_cut_by_the_limit_says_so() {
        String loop = Checkout.FIXTURES.resolve("protocols/loop.json").toString();
        Ran ran = Ran.paritas("run", "--check-replay", "--max-steps", "20", loop);
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("  ended           step limit\n");
        assertThat(ran.err()).startsWith("note: step limit: ");
        assertThat(Ran.paritas("run", "--check-replay", "--strict", "--max-steps", "20", loop)
                        .exit())
                .isEqualTo(1);
        assertThat(Ran.paritas("run", "--check-replay", "--max-steps", "1000000", loop)
                        .err())
                .startsWith("error: TOO_MANY_STEPS at --max-steps: ");
    }

    @Test
    void traffic_is_validated_where_there_can_be_some_and_none_is_no_success() {
        assertThat(Ran.paritas("compare", "--validate-traffic", pingPong).exit())
                .isEqualTo(2);
        assertThat(Ran.paritas("compare", "--validate-traffic", "--objects", objects.toString(), objects.toString())
                        .exit())
                .isEqualTo(2);
        assertThat(Ran.paritas("compare", "--validate-traffic", "--lean", pingPong)
                        .exit())
                .isEqualTo(2);
        String root = Checkout.ROOT.toString();
        assertThat(Ran.paritas("compare", "--validate-traffic", "--case", "fixtures/ping_pong", "--root", root)
                        .exit())
                .isEqualTo(4);
    }

    @Test
    void each_list_that_differs_is_named_with_its_first_difference() throws IOException {
        Path other = Files.writeString(
                folder.resolve("other.json"), Files.readString(objects).replace("default_handler", "other"));
        Ran ran = Ran.paritas("compare", "--objects", objects.toString(), other.toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .matches("(?s)diverge: (\\d+) and \\1 semantic objects\nfirst difference: observed_reads 0 at"
                        + " /observed_reads/0/handler_identity \\(unexplained\\)\n.*")
                .contains("also: operation_instances 0 at ", "also: outstanding_effects 0 at ");
        assertThat(Ran.paritas("compare", "--cross-target", "--objects", objects.toString(), other.toString())
                        .out())
                .matches("(?s)agree: (\\d+) and \\1 semantic objects\nnormalised .*");
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

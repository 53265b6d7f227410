package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code paritas simulate}: a scenario file, run and recorded (spec 52 §4.5). */
final class SimulateCommandTest {
    private static final String ISING = """
            name = "ising"
            roles = ["A", "B"]
            steps = 40

            [field]
            layer = "mean_field"

            [field.params]
            beta = "1.5"
            species = ["up", "down"]
            initial_state = ["0.6", "0.4"]
            step_size = "0.01"
            """;

    private static final String LOOP = """
            {"kind":"rec","var":"X","body":{"kind":"comm","sender":"A","receiver":"B","branches":[
              {"label":{"name":"ping","sort":"unit"},"continuation":
                {"kind":"comm","sender":"B","receiver":"A","branches":[
                  {"label":{"name":"pong","sort":"unit"},"continuation":{"kind":"var","name":"X"}}]}}]}}
            """;

    private static final String STEP_LIMIT = "note: step limit: the run used up its 40 steps\n";

    @TempDir
    private Path folder = Path.of("");

    private Path choreography = Path.of("");

    @BeforeEach
    void writeChoreography() throws IOException {
        choreography = Files.writeString(folder.resolve("loop.json"), LOOP);
    }

    private Path scenario(String toml) throws IOException {
        return Files.writeString(folder.resolve("scenario.toml"), toml);
    }

    private Ran simulate(String toml, String... more) throws IOException {
        String[] args = new String[3 + more.length];
        args[0] = "simulate";
        args[1] = scenario(toml).toString();
        args[2] = choreography.toString();
        System.arraycopy(more, 0, args, 3, more.length);
        return Ran.paritas(args);
    }

    /** The bits are those of spec 52 §3.6 for these parameters. */
    @Test
    void records_are_json_lines_in_bits() throws IOException {
        Ran ran = simulate(ISING, "--json");
        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).isEqualTo(STEP_LIMIT);
        assertThat(simulate(ISING, "--json", "--strict").exit()).isEqualTo(1);
        assertThat(ran.out().lines().filter(line -> line.contains("\"A\"")).map(SimulateCommandTest::state))
                .startsWith("[2576980378,1717986918]")
                .containsSubsequence(
                        "[2576980378,1717986918]",
                        "[2580941755,1714025541]",
                        "[2584933615,1710033681]",
                        "[2588956031,1706011265]");
        assertThat(ran.out().lines().findFirst())
                .contains("{\"role\":\"A\",\"state\":[2576980378,1717986918],\"step\":0}");
        assertThat(ran.out().lines()).hasSize(80);
    }

    private static String state(String line) {
        return line.substring(line.indexOf('['), line.indexOf(']') + 1);
    }

    @Test
    void people_see_decimals_and_the_trace_when_they_ask() throws IOException {
        assertThat(simulate(ISING).out().lines().findFirst()).contains("     0  A         0.6 0.4");
        assertThat(simulate(ISING, "--trace").out()).contains("A -> B  ping").doesNotContain("0.6");
    }

    @Test
    void given_states_come_before_those_of_the_field() throws IOException {
        Ran ran = simulate(ISING, "--json", "--state", "A=1,0", "--state", "B=0.5,0.5");
        assertThat(ran.out().lines().limit(2))
                .containsExactly(
                        "{\"role\":\"A\",\"state\":[4294967296,0],\"step\":0}",
                        "{\"role\":\"B\",\"state\":[2147483648,2147483648],\"step\":0}");
        assertThat(simulate(ISING, "--state", "A=1,0"))
                .satisfies(refused -> assertThat(refused.exit()).isEqualTo(3))
                .satisfies(refused -> assertThat(refused.err())
                        .startsWith("error: INITIAL_STATES at ")
                        .endsWith("missing initial state for role 'B'\n")
                        .hasLineCount(1));
        assertThat(simulate(ISING, "--state", "A=one").exit()).isEqualTo(2);
    }

    @Test
    void float_tokens_are_refused_and_read_leniently_when_asked() throws IOException {
        String floats = ISING.replace("\"1.5\"", "1.5");
        assertThat(simulate(floats))
                .satisfies(refused -> assertThat(refused.exit()).isEqualTo(3))
                .satisfies(refused -> assertThat(refused.err())
                        .startsWith("error: PARSE at ")
                        .contains("parse TOML: field.params.beta: "));
        Ran lenient = simulate(floats, "--lenient", "--json");
        assertThat(lenient.out()).isEqualTo(simulate(ISING, "--json").out());
        assertThat(lenient.err())
                .isEqualTo("note: float tokens, which the reference refuses: field.params.beta\n" + STEP_LIMIT);
    }

    @Test
    void what_cannot_be_simulated_is_one_line_with_a_code() throws IOException {
        assertThat(simulate(ISING.replace("ising", "..")).err()).startsWith("error: NAME at ");
        assertThat(simulate(ISING + "[network]\n").err()).startsWith("error: UNSUPPORTED at ");
        assertThat(simulate("\u0000").err()).startsWith("error: PARSE at ").hasLineCount(1);
        assertThat(Ran.paritas("simulate", folder.resolve("none.toml").toString(), choreography.toString()))
                .isEqualTo(new Ran(
                        3, "", "error: IO at " + folder.resolve("none.toml") + ": No such file or directory\n"));
        assertThat(Ran.paritas("simulate", "-", "-").exit()).isEqualTo(2);
        assertThat(Ran.paritas("simulate").exit()).isEqualTo(2);
        assertThat(simulate(ISING, "--trace", "--json").exit()).isEqualTo(2);
    }

    @Test
    void a_run_that_breaks_off_shows_what_it_recorded_and_why_it_ended() throws IOException {
        Ran ran = simulate(ISING, "--state", "A=1", "--state", "B=1");
        String reason = "mean-field Ising expects 2-species state, got 1";
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).contains("     0  A         1");
        assertThat(ran.err())
                .startsWith("note: faulted after ")
                .contains(reason)
                .hasLineCount(1);
        Ran json = simulate(ISING, "--json", "--state", "A=1", "--state", "B=1");
        assertThat(json.exit()).isEqualTo(1);
        assertThat(json.out().lines().reduce("", (_, line) -> line))
                .startsWith("{\"kind\":\"ended\",\"reason\":\"faulted: ")
                .contains(reason);
        assertThat(simulate(ISING, "--trace", "--state", "A=1", "--state", "B=1")
                        .exit())
                .isEqualTo(1);
    }
}

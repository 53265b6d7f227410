package dev.paritas.app.executable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.check.PublishedBundles;
import dev.paritas.search.bundle.SearchParityBundle;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.simulation.lifecycle.SemanticEffectBundle;
import dev.paritas.testsupport.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The executables that print a reduced bundle. */
class BundleRunnersTest {
    /** One of the programs, with the start of its only line. */
    private record Runner(String name, String version, Main main) {
        @Override
        public String toString() {
            return name;
        }

        Program.Ended run(InputStream in, String... args) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int code = main.run(List.of(args), in, out, err);
            return new Program.Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }

        Program.Ended run(String stdin, String... args) {
            return run(new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)), args);
        }
    }

    private interface Main {
        int run(List<String> args, InputStream in, OutputStream out, OutputStream err);
    }

    private static Stream<Runner> runners() {
        return Stream.of(
                new Runner("semantic_effect_parity_runner", "semantic_effect_parity_v1", SemanticEffectRunnerMain::run),
                new Runner("search_parity_runner", "search_parity_v13", SearchParityRunnerMain::run));
    }

    @ParameterizedTest
    @MethodSource("runners")
    void one_compact_line_with_ascending_members_is_printed(Runner runner) {
        Program.Ended ended = runner.run("");
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.lines()).hasSize(1);
        assertThat(ended.out()).endsWith("}\n").contains("\"schema_version\":\"" + runner.version() + "\"");
        assertThat(Json.json(ended.out()).compactText() + "\n").isEqualTo(ended.out());
    }

    @ParameterizedTest
    @MethodSource("runners")
    void input_and_other_arguments_are_ignored(Runner runner) {
        Program.Ended plain = runner.run("");
        InputStream unreadable = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("stdin was read");
            }
        };
        assertThat(runner.run(unreadable)).isEqualTo(plain);
        assertThat(runner.run("{}", "--json", "x")).isEqualTo(plain);
        assertThat(runner.run("", "--serve", "x")).isEqualTo(plain);
    }

    @ParameterizedTest
    @MethodSource("runners")
    void serving_greets_and_answers_each_request(Runner runner) {
        String bundle = runner.run("").out().strip();
        Program.Ended ended = runner.run(
                "{\"id\":1,\"operation\":\"bundle\"}\n{\"id\":2,\"operation\":\"fly\"}\nx\n"
                        + "{\"id\":3,\"operation\":\"bundle\",\"payload\":[7]}\n",
                "--serve");
        assertThat(ended.code()).isZero();
        assertThat(ended.lines())
                .containsExactly(
                        "{" + Program.implementation("java-machine") + "\"name\":\"" + runner.name()
                                + "\",\"operations\":[\"bundle\"],\"schema_versions\":[\"" + runner.version()
                                + "\"],\"version\":\"0.1.0\"}",
                        "{\"id\":1,\"result\":" + bundle + "}",
                        "{\"error\":{\"code\":\"UNKNOWN_OPERATION\",\"message\":\"unsupported operation: fly\"},"
                                + "\"id\":2}",
                        ended.lines().get(3),
                        "{\"id\":3,\"result\":" + bundle + "}");
        assertThat(ended.lines().get(3)).contains("\"code\":\"BAD_JSON\"");
    }

    @Test
    void the_effect_runner_prints_the_table_in_its_order() {
        Program.Ended ended = runners().findFirst().orElseThrow().run("");
        assertThat(JsonInput.read(ended.out(), ReadPolicy.STRICT, SemanticEffectBundle.CODEC))
                .isEqualTo(PublishedBundles.effects());
    }

    @Test
    void the_search_runner_prints_the_tables_of_the_model_in_its_order() {
        Program.Ended ended = runners().toList().getLast().run("");
        assertThat(JsonInput.read(ended.out(), ReadPolicy.STRICT, SearchParityBundle.CODEC))
                .isEqualTo(PublishedBundles.search());
    }
}

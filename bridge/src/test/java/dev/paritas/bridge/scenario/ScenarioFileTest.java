package dev.paritas.bridge.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paritas.bridge.scenario.ScenarioFile.Numbers;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.FixedQ32;
import dev.paritas.simulation.field.Hamiltonian;
import dev.paritas.simulation.field.MeanField;
import dev.paritas.simulation.scenario.Scenario;
import dev.paritas.simulation.scenario.ScenarioProblem;
import dev.paritas.simulation.scenario.ScenarioProblem.Kind;
import dev.paritas.simulation.scenario.SimulatorHost;
import dev.paritas.testsupport.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenario files (spec 52 §4), the published ones among them, and damaged ones. */
class ScenarioFileTest {
    private static final long SEED = 20_261_121;

    private static final String MEAN_FIELD = """
            name = "ising"
            roles = ["A", "B"]
            steps = 16
            seed = 7

            [field]
            layer = "mean_field"

            [field.params]
            beta = "1.0"
            species = ["up", "down"]
            initial_state = ["0.5", 2147483648]
            step_size = "0.01"

            [output]
            format = "jsonl"
            """;

    private static ScenarioFile read(String toml, Numbers numbers) {
        return ScenarioFile.read(toml.getBytes(StandardCharsets.UTF_8), numbers, SimulatorHost.SINGLE_THREAD);
    }

    private static ProblemException refusal(String toml, Numbers numbers) {
        return Assertions.assertThrows(ProblemException.class, () -> read(toml, numbers));
    }

    private static FixedQ32 decimal(String text) {
        return FixedQ32.parse(text);
    }

    private static byte[] published(String name) throws IOException {
        return Files.readAllBytes(Checkout.reference("simulator-scenarios/" + name));
    }

    @Test
    void integers_are_bits_texts_are_decimals_and_unknown_tables_are_ignored() {
        Scenario scenario = read(MEAN_FIELD, Numbers.STRICT).scenario();
        assertThat(scenario)
                .isEqualTo(Scenario.of("ising", List.of("A", "B"), 16)
                        .withSeed(7)
                        .withField(new MeanField(
                                FixedQ32.ONE,
                                List.of("up", "down"),
                                List.of(FixedQ32.HALF, FixedQ32.HALF),
                                decimal("0.01"))));
        assertThat(read(MEAN_FIELD, Numbers.LENIENT).conforms()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"mean_field_ising.toml, field.params.beta", "hamiltonian_2body.toml, field.params.initial_momenta[0]"})
    void the_published_files_are_refused_strictly_with_the_path(String name, String path) throws IOException {
        byte[] toml = published(name);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> ScenarioFile.read(toml, Numbers.STRICT, SimulatorHost.SINGLE_THREAD))
                .satisfies(e -> assertThat(e.only(ScenarioProblem.class).kind()).isEqualTo(Kind.PARSE))
                .satisfies(e -> assertThat(e.problem().place()).isEqualTo(path))
                .withMessageStartingWith("parse TOML: " + path + ": invalid type: floating point `");
    }

    @Test
    void the_published_files_are_read_leniently_with_the_bits_of_their_decimals() throws Exception {
        ScenarioFile ising =
                ScenarioFile.read(published("mean_field_ising.toml"), Numbers.LENIENT, SimulatorHost.SINGLE_THREAD);
        assertThat(ising.scenario().steps()).isEqualTo(1000);
        assertThat(ising.scenario().field())
                .isEqualTo(new MeanField(
                        decimal("0.5"),
                        List.of("up", "down"),
                        List.of(decimal("0.6"), decimal("0.4")),
                        decimal("0.01")));
        assertThat(ising.conforms()).isFalse();
        assertThat(ising.floats())
                .containsExactly(
                        "field.params.beta",
                        "field.params.initial_state[0]",
                        "field.params.initial_state[1]",
                        "field.params.step_size");
        ScenarioFile bodies =
                ScenarioFile.read(published("hamiltonian_2body.toml"), Numbers.LENIENT, SimulatorHost.SINGLE_THREAD);
        assertThat(bodies.scenario().field())
                .isEqualTo(new Hamiltonian(
                        FixedQ32.ONE,
                        FixedQ32.ONE,
                        1,
                        List.of(FixedQ32.ONE, FixedQ32.ONE.negated()),
                        List.of(FixedQ32.ZERO, FixedQ32.ZERO),
                        decimal("0.01")));
    }

    @Test
    void lenient_decimals_keep_every_digit() {
        // A binary64 number has not enough digits for these bits.
        String digits = "1234567890.1234567890";
        String toml = MEAN_FIELD.replace("beta = \"1.0\"", "beta = " + digits);
        assertThat(read(toml, Numbers.LENIENT).scenario().field())
                .isInstanceOfSatisfying(
                        MeanField.class, field -> assertThat(field.beta()).isEqualTo(decimal(digits)));
    }

    @Test
    void the_members_of_the_field_may_stand_in_any_order() {
        String inline = """
                name = "x"
                roles = ["A"]
                steps = 1
                field = { params = { coupling = 1, components = 1, initial_fields = ["2"], step_size = 0 }, \
                layer = "continuum_field" }
                """;
        assertThat(read(inline, Numbers.STRICT).scenario().field()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name = ",
                "name = \"n\"\nname = \"m\"",
                "name = 1.5\nroles = [\"A\"]\nsteps = 1",
                "name = \"n\"\nroles = [\"A\"]\nsteps = -1",
                "name = \"n\"\nroles = [\"A\"]\nsteps = 1.0",
                "name = \"n\"\nroles = \"A\"\nsteps = 1",
                "name = \"n\"\nroles = [\"A\"]\nsteps = 1\nseed = inf",
                "name = \"n\"\nroles = [\"A\"]\nsteps = 1\nx = nan",
                "name = \"n\"\nroles = [\"A\"]\nsteps = 1\nx = 1e999999999",
                "name = \"n\"\nroles = [\"A\"]\nsteps = 1\n[execution]\nbackend = \"quantum\"",
                "name = \"\\ud800\"\nroles = [\"A\"]\nsteps = 1"
            })
    void what_cannot_be_read_is_a_parse_refusal(String toml) {
        for (Numbers numbers : Numbers.values()) {
            ProblemException refusal = refusal(toml, numbers);
            assertThat(refusal.getMessage()).doesNotContain("\n");
            assertThat(refusal.only(ScenarioProblem.class).kind()).isIn(Kind.PARSE, Kind.NAME);
            if (refusal.only(ScenarioProblem.class).kind() == Kind.PARSE) {
                assertThat(refusal.getMessage()).startsWith("parse TOML: ");
            }
        }
    }

    @Test
    void a_float_is_read_leniently_only_where_a_fixed_point_number_belongs() {
        assertThat(refusal("name = \"n\"\nroles = [\"A\"]\nsteps = 1.0", Numbers.LENIENT)
                        .problem()
                        .place())
                .isEqualTo("steps");
        String toml = MEAN_FIELD.replace("beta = \"1.0\"", "beta = 3000000000.5");
        assertThat(refusal(toml, Numbers.LENIENT).getMessage())
                .isEqualTo("parse TOML: field.params.beta: fixed-point overflow");
    }

    @Test
    void rules_are_asked_after_reading() {
        assertThat(refusal(MEAN_FIELD.replace("\"ising\"", "\"a/b\""), Numbers.STRICT)
                        .only(ScenarioProblem.class)
                        .kind())
                .isEqualTo(Kind.NAME);
    }

    @Test
    void a_refusal_has_a_place_in_the_text() {
        assertThat(refusal("name = \"n\"\nroles = [", Numbers.STRICT).getMessage())
                .contains("line 2");
    }

    @Test
    @Timeout(120)
    void damaged_files_give_a_scenario_or_a_typed_refusal() {
        List<String> splinters = List.of(
                "[".repeat(100_000),
                "a.".repeat(20_000) + "a = 1\n",
                "x = " + "{a=".repeat(5_000),
                "[[a]]\n".repeat(500),
                "x = " + "9".repeat(10_000) + "\n",
                "\"",
                "'''",
                "\"\"\"",
                "=",
                "[",
                "]]",
                "{",
                "}",
                "\n",
                ",",
                "#",
                "\u0000",
                "\ufeff",
                "1979-05-27",
                "inf",
                "0.5",
                "-1",
                "true",
                "\\u0000");
        SplittableRandom random = new SplittableRandom(SEED);
        int accepted = 0;
        int documents = 3_000;
        for (int i = 0; i < documents; i++) {
            String toml = MEAN_FIELD;
            for (int damage = random.nextInt(3); damage >= 0; damage--) {
                int at = random.nextInt(toml.length() + 1);
                toml = switch (random.nextInt(3)) {
                    case 0 -> toml.substring(0, at);
                    case 1 -> toml.substring(0, at) + toml.substring(Math.min(toml.length(), at + random.nextInt(6)));
                    default ->
                        toml.substring(0, at) + splinters.get(random.nextInt(splinters.size())) + toml.substring(at);
                };
            }
            String document = toml;
            byte[] utf8 = document.getBytes(StandardCharsets.UTF_8);
            if (utf8.length > 0 && random.nextInt(4) == 0) {
                utf8[random.nextInt(utf8.length)] = (byte) random.nextInt(256);
            }
            accepted += accepts(utf8) ? 1 : 0;
        }
        assertThat(accepted).as("seed %d", SEED).isBetween(1, documents - 1);
    }

    private static boolean accepts(byte[] utf8) {
        boolean accepted = false;
        for (Numbers numbers : Numbers.values()) {
            try {
                ScenarioFile.read(utf8, numbers, SimulatorHost.SINGLE_THREAD);
                accepted = true;
            } catch (ProblemException e) {
                e.only(ScenarioProblem.class);
                assertThat(e.getMessage()).isNotBlank();
            }
        }
        return accepted;
    }
}

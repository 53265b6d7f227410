package dev.paritas.model.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paritas.semanticobjects.json.JsonErrorCode;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.json.ShapeInstances;
import dev.paritas.semanticobjects.json.ShapeInstances.OptionalMembers;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.FixedQ32;
import dev.paritas.simulation.field.ContinuumField;
import dev.paritas.simulation.field.FieldParameters;
import dev.paritas.simulation.field.Hamiltonian;
import dev.paritas.simulation.field.MeanField;
import dev.paritas.testsupport.ShapeMutations;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Layers on the wire (spec 52 §3.1) and the first states of their roles (§3.2). */
class FieldParametersTest {
    private static final String HAMILTONIAN = """
        {"layer":"hamiltonian","params":{"spring_constant":"1","mass":4294967296,"dimensions":1,
         "initial_positions":["1","-1"],"initial_momenta":[0,0],"step_size":"0.01"}}\
        """;

    private static FieldParameters read(String json, ReadPolicy policy) {
        return JsonInput.read(json, policy, FieldParameters.CODEC);
    }

    private static List<FixedQ32> integers(long... values) {
        return java.util.Arrays.stream(values).mapToObj(FixedQ32::ofInteger).toList();
    }

    @Test
    void the_layers_have_their_published_names() {
        assertThat(List.of(MeanField.LAYER, Hamiltonian.LAYER, ContinuumField.LAYER))
                .containsExactly("mean_field", "hamiltonian", "continuum_field");
        assertThat(List.of(
                        new FieldMirror.MeanField(Rational.ONE, Rational.ONE).layer(),
                        new FieldMirror.Hamiltonian(Rational.ONE, Rational.ONE, Rational.ONE).layer(),
                        new FieldMirror.ContinuumField(Rational.ONE, Rational.ONE).layer()))
                .containsExactly("mean_field", "hamiltonian", "continuum_field");
    }

    @Test
    void the_published_initial_states_are_exact() {
        FieldParameters field = read(HAMILTONIAN, ReadPolicy.STRICT);
        assertThat(field.initialStates(List.of("A", "B")))
                .containsExactly(Map.entry("A", integers(1, 0)), Map.entry("B", integers(-1, 0)));
        Rational one = Rational.ONE;
        Rational zero = Rational.ZERO;
        assertThat(FieldMirror.hamiltonianStates(List.of("A", "B"), List.of(one, one.negated()), List.of(zero, zero)))
                .containsExactly(Map.entry("A", List.of(one, zero)), Map.entry("B", List.of(one.negated(), zero)));
    }

    @Test
    void every_role_of_a_mean_field_has_the_whole_state_and_extra_values_are_ignored() {
        List<FixedQ32> state = integers(0, 1, 7);
        assertThat(new MeanField(FixedQ32.ONE, List.of(), state, FixedQ32.ONE).initialStates(List.of("B", "A")))
                .containsExactly(Map.entry("B", state), Map.entry("A", state));
        assertThat(new ContinuumField(FixedQ32.ONE, 1, state, FixedQ32.ONE).initialStates(List.of("B", "A")))
                .containsExactly(Map.entry("B", integers(0)), Map.entry("A", integers(1)));
    }

    @Test
    void too_few_values_are_refused_and_the_two_sides_count_differently() {
        List<String> roles = List.of("A", "B", "C");
        refused(
                new MeanField(FixedQ32.ONE, List.of(), List.of(), FixedQ32.ONE),
                roles,
                "mean_field field layer requires at least one state component");
        refused(
                new Hamiltonian(FixedQ32.ONE, FixedQ32.ONE, 1, integers(1, 2, 3), integers(1), FixedQ32.ONE),
                roles,
                "hamiltonian field layer requires at least 3 positions and momenta");
        refused(
                new ContinuumField(FixedQ32.ONE, 1, integers(1), FixedQ32.ONE),
                roles,
                "continuum_field field layer requires at least 3 initial field values");
        List<Rational> one = List.of(Rational.ONE);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> FieldMirror.meanFieldStates(roles, List.of()))
                .withMessage("mean_field field layer requires at least one state component");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> FieldMirror.hamiltonianStates(roles, one, one))
                .withMessage("hamiltonian field layer requires at least 2 positions and momenta");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> FieldMirror.continuumStates(roles, one))
                .withMessage("continuum_field field layer requires at least 2 initial field values");
    }

    private static void refused(FieldParameters field, List<String> roles, String message) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> field.initialStates(roles))
                .withMessage(message)
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo("INITIAL_VALUES"));
    }

    @Test
    void numbers_are_written_as_bits_and_the_order_of_the_members_does_not_matter() {
        FieldParameters field = read(HAMILTONIAN, ReadPolicy.STRICT);
        String written = JsonOutput.compactText(FieldParameters.CODEC, field);
        assertThat(written)
                .isEqualTo("{\"layer\":\"hamiltonian\",\"params\":{\"dimensions\":1,\"initial_momenta\":[0,0],"
                        + "\"initial_positions\":[4294967296,-4294967296],\"mass\":4294967296,"
                        + "\"spring_constant\":4294967296,\"step_size\":42949673}}");
        String params = written.substring(written.indexOf("\"params\""), written.length() - 1);
        assertThat(read("{" + params + ",\"layer\":\"hamiltonian\"}", ReadPolicy.STRICT))
                .isEqualTo(field);
    }

    @Test
    void a_refusal_names_the_place_in_either_order() {
        String late = "{\"params\":{\"beta\":0.5,\"species\":[],\"initial_state\":[],\"step_size\":1},"
                + "\"layer\":\"mean_field\"}";
        String early = "{\"layer\":\"mean_field\",\"params\":{\"beta\":0.5,\"species\":[],\"initial_state\":[],"
                + "\"step_size\":1}}";
        for (String json : List.of(late, early)) {
            assertThatExceptionOfType(JsonException.class)
                    .isThrownBy(() -> read(json, ReadPolicy.STRICT))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(JsonErrorCode.BAD_NUMBER))
                    .satisfies(e -> assertThat(e.path()).isEqualTo("/params/beta"));
        }
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> read("{\"layer\":\"quantum\",\"params\":{}}", ReadPolicy.STRICT))
                .satisfies(e -> assertThat(e.code()).isEqualTo(JsonErrorCode.UNKNOWN_TAG));
    }

    @Test
    void a_lenient_reader_ignores_unknown_members() {
        String extra = HAMILTONIAN.replace("\"mass\"", "\"colour\":\"red\",\"mass\"");
        assertThat(read(extra, ReadPolicy.PEER)).isEqualTo(read(HAMILTONIAN, ReadPolicy.STRICT));
        assertThatExceptionOfType(JsonException.class).isThrownBy(() -> read(extra, ReadPolicy.STRICT));
    }

    @Test
    void the_shape_is_what_the_codec_accepts() {
        ShapeInstances instances =
                new ShapeInstances(FieldParameters.CODEC.shape(), OptionalMembers.ALWAYS_PRESENT, 6, 3);
        for (int i = 0; i < 100; i++) {
            JsonValue instance = instances.next();
            FieldParameters field = FieldParameters.CODEC.fromTree(instance, ReadPolicy.STRICT);
            assertThat(JsonOutput.compactText(FieldParameters.CODEC, field)).isEqualTo(instance.compactText());
            for (ShapeMutations.Mutation mutation : ShapeMutations.of(FieldParameters.CODEC.shape(), instance)) {
                assertThatExceptionOfType(JsonException.class)
                        .as("seed 3: %s", mutation.text())
                        .isThrownBy(() -> read(mutation.text(), ReadPolicy.STRICT));
            }
        }
    }
}

package dev.paritas.app.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.json.Shape;
import dev.paritas.semanticobjects.json.ShapeInstances;
import dev.paritas.testsupport.Checkout;
import dev.paritas.testsupport.ShapeMutations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BridgeSchemaTest {
    private static final Path SOURCES = Checkout.ROOT.resolve("app/src/main/resources/dev/paritas/app/schema");
    private static final int INSTANCES = 25;
    private static final int MUTATED = 4;
    private static final int MUTATIONS = 400;
    private static final int DEPTH = 7;
    private static final ReadPolicy POLICY = ReadPolicy.STRICT;

    @ParameterizedTest
    @EnumSource
    void the_published_schema_is_the_one_that_the_codec_implies(BridgeDocument document) throws IOException {
        Path file = SOURCES.resolve(document.resource());
        assertThat(Files.readString(file))
                .as("run just accept where the change is wanted")
                .isEqualTo(document.derivedText());
    }

    @ParameterizedTest
    @EnumSource
    void schema_and_codec_accept_every_generated_instance(BridgeDocument document) {
        BridgeSchema schema = BridgeSchema.of(document);
        for (ShapeInstances.OptionalMembers optional : ShapeInstances.OptionalMembers.values()) {
            ShapeInstances instances = new ShapeInstances(document.codec().shape(), optional, DEPTH, 7);
            for (int i = 0; i < INSTANCES; i++) {
                String json = instances.next().compactText();
                String place = "seed 7, " + optional + " " + i + ": " + json;
                assertThat(schema.validate(json)).as(place).isEmpty();
                assertThatCode(() -> JsonInput.read(json, POLICY, document.codec()))
                        .as(place)
                        .doesNotThrowAnyException();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void schema_and_codec_reject_every_one_change_mutation(BridgeDocument document) {
        BridgeSchema schema = BridgeSchema.of(document);
        Shape shape = document.codec().shape();
        ShapeInstances instances = new ShapeInstances(shape, ShapeInstances.OptionalMembers.ALWAYS_PRESENT, DEPTH, 11);
        for (int i = 0; i < MUTATED; i++) {
            JsonValue instance = instances.next();
            List<ShapeMutations.Mutation> mutations = ShapeMutations.of(shape, instance);
            for (ShapeMutations.Mutation mutation : mutations.subList(0, Math.min(MUTATIONS, mutations.size()))) {
                String json = mutation.text();
                String place = "seed 11, " + mutation.kind() + " at " + mutation.path() + ": " + json;
                assertThat(schema.validate(json)).as(place).isNotEmpty();
                assertThatThrownBy(() -> JsonInput.read(json, POLICY, document.codec()))
                        .as(place)
                        .isInstanceOf(JsonException.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sid\":0,\"terminal\":false}",
                "{\"schema_version\":null,\"sid\":0,\"terminal\":false}",
                "{\"schema_version\":1,\"sid\":0,\"terminal\":false}",
                "{\"schema_version\":\"lean_bridge.v2\",\"sid\":0,\"terminal\":false}",
                "{\"schema_version\":\"LEAN_BRIDGE.V1\",\"sid\":0,\"terminal\":false}"
            })
    void a_missing_or_other_version_is_rejected_by_both(String json) {
        assertThat(BridgeSchema.of(BridgeDocument.SESSION_STATUS).validate(json))
                .isNotEmpty();
        assertThatThrownBy(() -> JsonInput.read(json, POLICY, BridgeDocument.SESSION_STATUS.codec()))
                .isInstanceOf(JsonException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"18446744073709551615\":\"recv_wait\"}", "{\"0\":\"recv_wait\"}"})
    void ids_are_accepted_up_to_the_largest_word(String blocked) {
        String json = "{\"blocked\":" + blocked + "}";
        assertThat(BridgeSchema.of(BridgeDocument.STEP_STATE).validate(json)).isEmpty();
        assertThatCode(() -> JsonInput.read(json, POLICY, BridgeDocument.STEP_STATE.codec()))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"18446744073709551616\":\"recv_wait\"}",
                "{\"00\":\"recv_wait\"}",
                "{\"-1\":\"recv_wait\"}",
                "{\"\":\"recv_wait\"}"
            })
    void other_names_are_no_ids(String blocked) {
        String json = "{\"blocked\":" + blocked + "}";
        assertThat(BridgeSchema.of(BridgeDocument.STEP_STATE).validate(json)).isNotEmpty();
        assertThatThrownBy(() -> JsonInput.read(json, POLICY, BridgeDocument.STEP_STATE.codec()))
                .isInstanceOf(JsonException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, true",
        ".5, true",
        "5., true",
        "+1, true",
        "000012.50, true",
        "2147483647.5, true",
        "-2147483648, true",
        "-2147483648.00, true",
        "'', false",
        "., false",
        "+, false",
        "' 1', false",
        "1e3, false",
        "1_0, false",
        "2147483648, false",
        "99999999999, false",
        "-2147483648.5, false"
    })
    void decimals_are_those_that_a_fixed_point_number_has(String decimal, boolean accepted) {
        String json = "{\"layer\":\"continuum_field\",\"params\":{\"coupling\":\"" + decimal
                + "\",\"components\":1,\"initial_fields\":[],\"step_size\":1}}";
        assertThat(BridgeSchema.of(BridgeDocument.FIELD_PARAMETERS)
                        .validate(json)
                        .isEmpty())
                .isEqualTo(accepted);
        assertThat(reads(json)).isEqualTo(accepted);
    }

    private static boolean reads(String json) {
        try {
            JsonInput.read(json, POLICY, BridgeDocument.FIELD_PARAMETERS.codec());
            return true;
        } catch (JsonException e) {
            return false;
        }
    }

    @Test
    void a_violation_says_where() {
        assertThat(BridgeSchema.of(BridgeDocument.SESSION_STATUS)
                        .validate("{\"schema_version\":\"lean_bridge.v1\",\"sid\":-1,\"terminal\":false}"))
                .singleElement()
                .satisfies(violation -> assertThat(violation.pointer()).isEqualTo("/sid"));
    }

    @Test
    void two_shapes_under_one_name_are_refused() {
        Shape twice = new Shape.Tuple(List.of(
                new Shape.Obj("X", List.of()),
                new Shape.Obj("X", List.of(new Shape.Member("a", new Shape.Text(), true)))));
        assertThatThrownBy(() -> SchemaWriter.document("urn:x", "x", twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two shapes are named X");
    }
}

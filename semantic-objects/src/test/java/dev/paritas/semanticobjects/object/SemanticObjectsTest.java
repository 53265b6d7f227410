package dev.paritas.semanticobjects.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.semanticobjects.json.JsonErrorCode;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.json.ShapeInstances;
import dev.paritas.semanticobjects.json.ShapeInstances.OptionalMembers;
import dev.paritas.semanticobjects.run.RunOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The decode matrix of spec 30 §4.16 and §20, and the objects of §19.3. */
class SemanticObjectsTest {
    private static final String HANDOFF = """
        {"handoff_id":0,"session":0,"from_coro":0,"to_coro":1,"revoked_owner_id":"coro:0",\
        "activated_owner_id":"coro:1","scope":{"Fragments":["A"]},"status":"Committed","tick":3,"reason":null}\
        """;

    @Test
    void the_empty_bundle_is_the_version_and_seventeen_empty_lists() {
        assertThat(declared(SemanticObjects.empty()))
                .isEqualTo("{\"schema_version\":\"protocol_machine.semantic_objects.v1\",\"operation_instances\":[],"
                        + "\"outstanding_effects\":[],\"semantic_handoffs\":[],\"transformation_obligations\":[],"
                        + "\"authoritative_reads\":[],\"observed_reads\":[],\"materialization_proofs\":[],"
                        + "\"canonical_handles\":[],\"publication_events\":[],\"prestate_bindings\":[],"
                        + "\"agreement_profiles\":[],\"agreement_contracts\":[],\"agreement_evidence\":[],"
                        + "\"agreement_states\":[],\"regions\":[],\"progress_contracts\":[],"
                        + "\"progress_transitions\":[]}");
    }

    @ParameterizedTest
    @CsvSource({
        "schema_version, false",
        "operation_instances, false",
        "outstanding_effects, false",
        "semantic_handoffs, false",
        "transformation_obligations, true",
        "authoritative_reads, false",
        "observed_reads, false",
        "materialization_proofs, false",
        "canonical_handles, false",
        "publication_events, true",
        "prestate_bindings, true",
        "agreement_profiles, true",
        "agreement_contracts, true",
        "agreement_evidence, true",
        "agreement_states, true",
        "regions, false",
        "progress_contracts, false",
        "progress_transitions, true",
    })
    void a_list_that_came_later_may_be_missing_and_nothing_else(String key, boolean optional) {
        for (ReadPolicy policy : List.of(ReadPolicy.STRICT, ReadPolicy.PEER)) {
            JsonValue without = edited(emptyBundle(), members -> members.remove(key));
            if (optional) {
                assertThat(SemanticObjects.CODEC.fromTree(without, policy)).isEqualTo(SemanticObjects.empty());
            } else {
                JsonException e = catchThrowableOfType(
                        JsonException.class, () -> SemanticObjects.CODEC.fromTree(without, policy));
                assertThat(e.code()).isEqualTo(JsonErrorCode.MISSING_MEMBER);
            }
            JsonValue nulled = edited(emptyBundle(), members -> members.put(key, JsonValue.NULL));
            JsonException e =
                    catchThrowableOfType(JsonException.class, () -> SemanticObjects.CODEC.fromTree(nulled, policy));
            assertThat(e.code()).isEqualTo(JsonErrorCode.WRONG_TYPE);
            assertThat(e.path()).isEqualTo("/" + key);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"protocol_machine.semantic_objects.v2", "", "v1", "protocol_machine.semantic_objects.V1"})
    void another_version_is_refused_with_the_exact_text(String version) {
        JsonValue document =
                edited(emptyBundle(), members -> members.put("schema_version", new JsonValue.Text(version)));
        JsonException e = catchThrowableOfType(
                JsonException.class, () -> SemanticObjects.CODEC.fromTree(document, ReadPolicy.PEER));
        assertThat(e.code()).isEqualTo(JsonErrorCode.UNSUPPORTED_SCHEMA_VERSION);
        assertThat(e)
                .hasMessage("unsupported schema_version '" + version
                        + "'; expected 'protocol_machine.semantic_objects.v1'");
        assertThat(e.path()).isEqualTo("/schema_version");
    }

    @Test
    void a_version_that_is_a_number_is_of_the_wrong_type() {
        JsonValue document = edited(emptyBundle(), members -> members.put("schema_version", JsonValue.Num.of(1)));
        JsonException e = catchThrowableOfType(
                JsonException.class, () -> SemanticObjects.CODEC.fromTree(document, ReadPolicy.PEER));
        assertThat(e.code()).isEqualTo(JsonErrorCode.WRONG_TYPE);
    }

    @Test
    void unknown_keys_at_every_level_are_ignored_from_a_peer_and_refused_when_strict() {
        ShapeInstances instances =
                new ShapeInstances(SemanticObjects.CODEC.shape(), OptionalMembers.ALWAYS_PRESENT, 6, 3);
        for (int i = 0; i < 20; i++) {
            JsonValue.Obj document = (JsonValue.Obj) instances.next();
            SemanticObjects bundle = SemanticObjects.CODEC.fromTree(document, ReadPolicy.STRICT);
            JsonValue extended = withExtraMembers(document);
            assertThat(SemanticObjects.CODEC.fromTree(extended, ReadPolicy.PEER))
                    .isEqualTo(bundle);
            JsonException e = catchThrowableOfType(
                    JsonException.class, () -> SemanticObjects.CODEC.fromTree(extended, ReadPolicy.STRICT));
            assertThat(e.code()).isEqualTo(JsonErrorCode.UNKNOWN_MEMBER);
        }
    }

    @Test
    void the_handoff_of_the_worked_example_is_read_and_written() {
        SemanticHandoff handoff = JsonInput.read(HANDOFF, ReadPolicy.STRICT, SemanticHandoff.CODEC);
        assertThat(handoff.scope()).isEqualTo(OwnershipScope.fragment("A"));
        assertThat(new String(JsonOutput.declaredBytes(SemanticHandoff.CODEC, handoff), StandardCharsets.UTF_8))
                .isEqualTo(HANDOFF);
    }

    @Test
    void owners_of_a_handoff_default_to_the_empty_text() {
        String old = HANDOFF.replace("\"revoked_owner_id\":\"coro:0\",", "")
                .replace("\"activated_owner_id\":\"coro:1\",", "");
        SemanticHandoff handoff = JsonInput.read(old, ReadPolicy.STRICT, SemanticHandoff.CODEC);
        assertThat(handoff.revokedOwnerId()).isEmpty();
        assertThat(handoff.activatedOwnerId()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"Committed\" | \"committed\"",
                "\"Committed\" | \"ROLLEDBACK\"",
                "\"Committed\" | \"rolled_back\"",
                "{\"Fragments\":[\"A\"]} | \"session\"",
                "{\"Fragments\":[\"A\"]} | {\"fragments\":[\"A\"]}",
                "{\"Fragments\":[\"A\"]} | \"Fragments\"",
            })
    void scope_and_status_are_camel_case(String right, String wrong) {
        String json = HANDOFF.replace(right, wrong);
        assertThat(json).isNotEqualTo(HANDOFF);
        for (ReadPolicy policy : List.of(ReadPolicy.STRICT, ReadPolicy.PEER)) {
            JsonException e = catchThrowableOfType(
                    JsonException.class, () -> JsonInput.read(json, policy, SemanticHandoff.CODEC));
            assertThat(e.code()).isEqualTo(JsonErrorCode.UNKNOWN_TAG);
        }
    }

    @Test
    void inputs_and_outputs_may_be_null_and_must_be_there() {
        String effect = """
            {"effect_id":1,"operation_id":"o","session":null,"owner_id":null,"effect_interface":null,\
            "effect_operation":null,"effect_kind":"k","handler_identity":"h","status":"pending","ordering_key":1,\
            "budget_ticks":null,"retry_policy":"r","invalidation_token":"t","completed_at_tick":null,\
            "inputs":null,"outputs":{"b":1,"a":[2]}}\
            """;
        OutstandingEffect read = JsonInput.read(effect, ReadPolicy.STRICT, OutstandingEffect.CODEC);
        assertThat(read.inputs()).isEqualTo(JsonValue.NULL);
        assertThat(new String(JsonOutput.declaredBytes(OutstandingEffect.CODEC, read), StandardCharsets.UTF_8))
                .isEqualTo(effect.replace("{\"b\":1,\"a\":[2]}", "{\"a\":[2],\"b\":1}"));
        JsonException e = catchThrowableOfType(
                JsonException.class,
                () -> JsonInput.read(effect.replace("\"inputs\":null,", ""), ReadPolicy.PEER, OutstandingEffect.CODEC));
        assertThat(e.code()).isEqualTo(JsonErrorCode.MISSING_MEMBER);
    }

    @Test
    void an_absent_bundle_of_a_run_is_the_empty_one_and_a_present_one_needs_its_version() {
        String run = """
            {"schema_version":"lean_bridge.v1","trace":[],"sessions":[],"steps_executed":0,"concurrency":1,\
            "status":"completed"}\
            """;
        assertThat(JsonInput.read(run, ReadPolicy.PEER, RunOutput.CODEC).semanticObjects())
                .isEqualTo(SemanticObjects.empty());
        String withBundle = run.substring(0, run.length() - 1) + ",\"semantic_objects\":{}}";
        JsonException e = catchThrowableOfType(
                JsonException.class, () -> JsonInput.read(withBundle, ReadPolicy.PEER, RunOutput.CODEC));
        assertThat(e.code()).isEqualTo(JsonErrorCode.MISSING_MEMBER);
        assertThat(e.path()).startsWith("/semantic_objects");
    }

    @Test
    void a_run_output_is_closed_at_its_root_and_open_below() { // spec 22 §14.3
        String run = """
            {"schema_version":"lean_bridge.v1","trace":[{"schema_version":"lean_bridge.v1","kind":"closed",\
            "tick":1,"session":0,"roles":["A"]}],"sessions":[],"steps_executed":0,"concurrency":1,\
            "status":"completed"%s}\
            """;
        assertThat(JsonInput.read(run.formatted(""), ReadPolicy.PEER, RunOutput.CODEC)
                        .trace())
                .hasSize(1);
        JsonException e = catchThrowableOfType(
                JsonException.class,
                () -> JsonInput.read(run.formatted(",\"extra\":1"), ReadPolicy.PEER, RunOutput.CODEC));
        assertThat(e).hasMessage("unknown field `extra` in ProtocolMachineRunOutput");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",\"b\":1,\"a\":2,\"c\":3", // not the first by place
                ",\"a\":1,\"a\":2,\"zz\":3",
                ",\"step_states\":[],\"b\":{\"A\":[[]]},\"a\":null"
            })
    void of_several_unknown_members_of_a_run_the_first_by_name_is_named(String unknown) {
        String run = "{\"schema_version\":\"lean_bridge.v1\"" + unknown
                + ",\"trace\":[],\"sessions\":[],\"steps_executed\":0,\"concurrency\":1,\"status\":\"stuck\"}";
        for (ReadPolicy policy : List.of(ReadPolicy.PEER, ReadPolicy.STRICT)) {
            JsonException e =
                    catchThrowableOfType(JsonException.class, () -> JsonInput.read(run, policy, RunOutput.CODEC));
            assertThat(e).hasMessage("unknown field `a` in ProtocolMachineRunOutput");
            assertThat(e.code()).isEqualTo(JsonErrorCode.UNKNOWN_MEMBER);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"schema_version\":\"lean_bridge.v0\",", "\"schema_version\":null,"})
    void every_level_of_a_run_needs_the_version_of_the_bridge(String version) {
        String event = "{" + version + "\"kind\":\"closed\",\"tick\":1}";
        String run = "{\"schema_version\":\"lean_bridge.v1\",\"trace\":[" + event
                + "],\"sessions\":[],\"steps_executed\":0,\"concurrency\":1,\"status\":\"stuck\"}";
        JsonException e =
                catchThrowableOfType(JsonException.class, () -> JsonInput.read(run, ReadPolicy.PEER, RunOutput.CODEC));
        assertThat(e).isNotNull();
        if (version.contains("v0")) {
            assertThat(e)
                    .hasMessage("unsupported schema_version 'lean_bridge.v0' for Lean bridge payload;"
                            + " expected 'lean_bridge.v1'");
        }
        assertThat(e.path()).startsWith("/trace/0");
    }

    private static JsonValue.Obj emptyBundle() {
        return (JsonValue.Obj) JsonInput.read(declared(SemanticObjects.empty()), ReadPolicy.STRICT, JsonValue.CODEC);
    }

    private static JsonValue edited(
            JsonValue.Obj document, java.util.function.Consumer<TreeMap<String, JsonValue>> edit) {
        TreeMap<String, JsonValue> members = new TreeMap<>(document.members());
        edit.accept(members);
        return new JsonValue.Obj(members);
    }

    /** Objects with a single member are tagged values, which are closed; open payloads keep their content. */
    private static JsonValue withExtraMembers(JsonValue value) {
        return switch (value) {
            case JsonValue.Array(List<JsonValue> elements) ->
                new JsonValue.Array(elements.stream()
                        .map(SemanticObjectsTest::withExtraMembers)
                        .toList());
            case JsonValue.Obj(var members)
            when members.size() > 1 -> {
                TreeMap<String, JsonValue> extended = new TreeMap<>();
                members.forEach((name, member) -> extended.put(
                        name, name.equals("inputs") || name.equals("outputs") ? member : withExtraMembers(member)));
                extended.put("zz_unknown", new JsonValue.Array(List.of(JsonValue.NULL)));
                yield new JsonValue.Obj(extended);
            }
            case JsonValue.Obj _, JsonValue.Null _, JsonValue.Bool _, JsonValue.Text _, JsonValue.Num _ -> value;
        };
    }

    private static String declared(SemanticObjects bundle) {
        return new String(JsonOutput.declaredBytes(SemanticObjects.CODEC, bundle), StandardCharsets.UTF_8);
    }
}

package dev.paritas.bridge.golden;

import static dev.paritas.testsupport.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonErrorCode;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.testsupport.TypeTexts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EquivalenceCheckerTest {
    private static final GlobalType PING = ProtocolTexts.read(ProtocolTexts.PING);

    @TempDir
    Path directory;

    private EquivalenceChecker checker;

    @BeforeEach
    void open() {
        checker = EquivalenceChecker.withGoldenDir(directory);
    }

    @ParameterizedTest
    @EnumSource
    void the_order_of_members_says_nothing_in_both_modes(Strictness strictness) throws IOException {
        put(
                "c/A.expected.json",
                "{\"branches\":[{\"continuation\":{\"kind\":\"end\"},\"label\":"
                        + "{\"sort\":\"unit\",\"name\":\"ping\"}}],\"partner\":\"B\",\"kind\":\"send\"}\n");
        EquivalenceResult result = EquivalenceChecker.withGoldenDirStrict(directory, strictness)
                .checkProjectionAgainstGolden("c", PING, "A");
        assertThat(result.equivalent()).isTrue();
        assertThat(result.diff()).isNull();
        assertThat(result.expectedOutput()).isEqualTo(result.rustOutput());
    }

    @ParameterizedTest
    @EnumSource
    void an_integer_is_not_a_float_and_the_order_of_branches_counts(Strictness strictness) throws IOException {
        GlobalType vector = ProtocolTexts.read(TypeTexts.choice(
                "A", "B", "{\"label\":{\"name\":\"v\",\"sort\":{\"vector\":4}},\"continuation\":{\"kind\":\"end\"}}"));
        put(
                "c/A.expected.json",
                "{\"kind\":\"send\",\"partner\":\"B\",\"branches\":"
                        + "[{\"label\":{\"name\":\"v\",\"sort\":{\"vector\":4.0}},\"continuation\":{\"kind\":\"end\"}}]}");
        EquivalenceChecker chosen = EquivalenceChecker.withGoldenDirStrict(directory, strictness);
        assertThat(chosen.checkProjectionAgainstGolden("c", vector, "A").equivalent())
                .isFalse();

        String x = TypeTexts.branch("x", TypeTexts.END);
        String y = TypeTexts.branch("y", TypeTexts.END);
        put("c/A.expected.json", "{\"kind\":\"send\",\"partner\":\"B\",\"branches\":[" + y + "," + x + "]}");
        GlobalType choice = ProtocolTexts.read(TypeTexts.choice("A", "B", x, y));
        assertThat(chosen.checkProjectionAgainstGolden("c", choice, "A").equivalent())
                .isFalse();
    }

    @Test
    void a_difference_shows_both_sides_pretty_printed() throws IOException {
        put("c/X.expected.json", "{\"kind\":\"var\",\"name\":\"t\"}");
        EquivalenceResult result = checker.checkProjectionAgainstGolden("c", PING, "X");
        assertThat(result.diff()).isEqualTo("""
                        Rust:
                        {
                          "kind": "end"
                        }

                        Expected (Lean):
                        {
                          "kind": "var",
                          "name": "t"
                        }""");
        assertThat(result.role()).isEqualTo("X");
        assertThat(result.expectedOutput()).isEqualTo(json("{\"kind\":\"var\",\"name\":\"t\"}"));
    }

    @Test
    void the_wire_form_keeps_the_reference_names_and_an_explicit_null() {
        EquivalenceResult result = EquivalenceResult.of("A", json("1"), json("1"), true);
        String text = "{\"diff\":null,\"equivalent\":true,\"expected_output\":1,\"role\":\"A\",\"rust_output\":1,"
                + "\"schema_version\":\"lean_bridge.v1\"}";
        assertThat(JsonOutput.compactText(EquivalenceResult.CODEC, result)).isEqualTo(text);
        assertThat(new String(JsonOutput.declaredBytes(EquivalenceResult.CODEC, result), StandardCharsets.UTF_8))
                .startsWith("{\"schema_version\":\"lean_bridge.v1\",\"equivalent\":true,\"rust_output\":1,");
        assertThat(JsonInput.read(
                        text.replace("\"diff\":null,", "\"later\":[],"), ReadPolicy.PEER, EquivalenceResult.CODEC))
                .isEqualTo(result);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"lean_bridge.v2\"", "null", "1", "absent"})
    void a_missing_or_other_version_is_refused(String version) {
        String member = version.equals("absent") ? "" : ",\"schema_version\":" + version;
        assertThat(refusal(
                        "{\"equivalent\":true,\"expected_output\":1,\"role\":\"A\",\"rust_output\":1" + member + "}",
                        EquivalenceResult.CODEC))
                .isIn(JsonErrorCode.UNSUPPORTED_SCHEMA_VERSION, JsonErrorCode.MISSING_MEMBER, JsonErrorCode.WRONG_TYPE);
        assertThat(refusal("{\"input\":1,\"projections\":{}" + member + "}", GoldenBundle.CODEC))
                .isNotNull();
        assertThat(refusal(
                        "{\"linear\":true,\"size\":true,\"action\":true,\"uniq_labels\":true,\"projectable\":true,"
                                + "\"good\":true,\"is_coherent\":true" + member + "}",
                        CoherenceBundle.CODEC))
                .isNotNull();
    }

    @Test
    void a_bundle_writes_its_missing_coherence_as_null() {
        GoldenBundle bundle = new GoldenBundle(json("1"), new TreeMap<>(Map.of("B", json("2"), "A", json("3"))), null);
        String text = "{\"coherence\":null,\"input\":1,\"projections\":{\"A\":3,\"B\":2},"
                + "\"schema_version\":\"lean_bridge.v1\"}";
        assertThat(JsonOutput.compactText(GoldenBundle.CODEC, bundle)).isEqualTo(text);
        assertThat(JsonInput.read(text, ReadPolicy.STRICT, GoldenBundle.CODEC)).isEqualTo(bundle);
        CoherenceBundle coherence = new CoherenceBundle(true, false, true, true, false, true, false);
        GoldenBundle full = new GoldenBundle(json("1"), new TreeMap<>(), coherence);
        assertThat(JsonInput.read(
                        JsonOutput.compactText(GoldenBundle.CODEC, full), ReadPolicy.STRICT, GoldenBundle.CODEC))
                .isEqualTo(full);
    }

    @Test
    void missing_and_broken_golden_files_are_told_apart() throws IOException {
        assertThat(failure(() -> checker.checkProjectionAgainstGolden("none", PING, "A")))
                .isEqualTo(new EquivalenceError.GoldenNotFound(directory.resolve("none/A.expected.json")));
        assertThat(failure(() -> checker.loadGoldenBundle("none")).sentence())
                .isEqualTo("Golden file not found: " + directory.resolve("none/input.json"));
        put("c/input.json", ProtocolTexts.PING);
        put("c/A.expected.json", "{\"kind\":");
        assertThat(failure(() -> checker.checkProjectionAgainstGolden("c", PING, "A")))
                .isInstanceOf(EquivalenceError.JsonError.class);
        assertThat(failure(() -> checker.loadGoldenBundle("c"))).isInstanceOf(EquivalenceError.JsonError.class);
        assertThat(failure(() -> checker.checkProjectionAgainstGolden("c", PING, "B")))
                .isInstanceOf(EquivalenceError.GoldenNotFound.class);
    }

    @Test
    void a_golden_file_is_read_before_the_type_is_projected() {
        GlobalType mismatch = ProtocolTexts.read(ProtocolTexts.SEND_MISMATCH);
        assertThat(failure(() -> checker.checkProjectionAgainstGolden("none", mismatch, "C")))
                .isInstanceOf(EquivalenceError.GoldenNotFound.class);
    }

    @Test
    void a_superfluous_role_file_is_held_against_a_bystander() throws IOException {
        put("c/input.json", "\"not decoded\"");
        put("c/A.expected.json", ProtocolTexts.PING_A);
        put("c/B.expected.json", ProtocolTexts.PING_B);
        put("c/Extra.expected.json.expected.json", TypeTexts.END);
        put("c/Zoe.expected.json", ProtocolTexts.PING_A);
        put("c/notes.txt", "ignored");
        List<EquivalenceResult> results = checker.checkAllProjectionsAgainstGolden("c", PING);
        assertThat(results).extracting(EquivalenceResult::role).containsExactly("A", "B", "Extra", "Zoe");
        assertThat(results).extracting(EquivalenceResult::equivalent).containsExactly(true, true, true, false);
        assertThat(checker.loadGoldenBundle("c").input()).isEqualTo(json("\"not decoded\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "a/b", "a\\b", "..", "x\0y"})
    void a_name_that_leads_out_of_the_corpus_is_refused(String name) throws IOException {
        put("x.expected.json", TypeTexts.END);
        put("c/input.json", ProtocolTexts.PING);
        assertThat(failure(() -> checker.checkProjectionAgainstGolden("c", PING, name)))
                .isInstanceOf(EquivalenceError.IoError.class);
        assertThat(failure(() -> checker.loadGoldenBundle(name))).isInstanceOf(EquivalenceError.IoError.class);
        GoldenBundle bundle = new GoldenBundle(json("1"), new TreeMap<>(Map.of(name, json("2"))), null);
        assertThat(failure(() -> checker.writeGoldenBundle("d", bundle))).isInstanceOf(EquivalenceError.IoError.class);
        assertThat(directory.resolve("d/input.json")).doesNotExist();
        assertThat(failure(() -> checker.writeGoldenBundle(name, bundle))).isInstanceOf(EquivalenceError.IoError.class);
    }

    @Test
    void live_operations_need_a_peer() {
        assertThat(checker.hasLean()).isFalse();
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> checker.checkProjectionAgainstLean(PING, "A"),
                () -> checker.checkAllProjectionsAgainstLean(PING),
                () -> checker.generateGoldenBundle(PING),
                () -> checker.checkGoldenDrift())) {
            assertThat(failure(call).sentence())
                    .isEqualTo("Lean runner not available - build with: cd lean && lake build telltale_validator");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"success\":false} | Lean projection failed: null",
                "{} | Lean projection failed: null",
                "{\"success\":1,\"error\":{\"b\":1, \"a\":2}} | Lean projection failed: {\"a\":2,\"b\":1}",
                "{\"success\":false,\"error\":\"why\"} | Lean projection failed: \"why\"",
                "{\"success\":true} | Missing projection in Lean output"
            })
    void a_failed_live_projection_is_a_parse_error(String document, String text) {
        EquivalenceChecker live = live(new ScriptedProjections().answerOne(document));
        assertThat(failure(() -> live.checkProjectionAgainstLean(PING, "A")))
                .isEqualTo(new EquivalenceError.ParseError(text));
    }

    @Test
    void a_live_projection_may_be_called_result() {
        EquivalenceChecker named =
                live(new ScriptedProjections().answerOne("{\"success\":true,\"result\":" + ProtocolTexts.PING_A + "}"));
        assertThat(named.checkProjectionAgainstLean(PING, "A").equivalent()).isTrue();
        EquivalenceChecker both = live(new ScriptedProjections()
                .answerOne("{\"success\":true,\"result\":1,\"projection\":" + ProtocolTexts.PING_A + "}"));
        assertThat(both.checkProjectionAgainstLean(PING, "A").equivalent()).isTrue();
    }

    @Test
    void role_sets_must_agree_before_anything_is_compared() {
        EquivalenceChecker live = live(new ScriptedProjections()
                .answer(
                        TypeTexts.choice("C", "A", TypeTexts.branch("m", TypeTexts.END)),
                        "{\"success\":true,\"projections\":{\"Z\":1,\"X\":2}}"));
        GlobalType type = ProtocolTexts.read(TypeTexts.choice("C", "A", TypeTexts.branch("m", TypeTexts.END)));
        assertThat(failure(() -> live.checkAllProjectionsAgainstLean(type)))
                .isEqualTo(new EquivalenceError.ParseError(
                        "projection role-set mismatch: missing=[\"A\", \"C\"], unexpected=[\"X\", \"Z\"]"));
        EquivalenceChecker one = live(
                new ScriptedProjections().answer(ProtocolTexts.PING, "{\"success\":true,\"projections\":{\"B\":1}}"));
        assertThat(failure(() -> one.generateGoldenBundle(PING)))
                .isEqualTo(new EquivalenceError.ParseError(
                        "projection role-set mismatch: missing=[\"A\"], unexpected=[]"));
    }

    @Test
    void projections_in_list_form_are_compared_in_order_of_roles() {
        EquivalenceChecker live = live(new ScriptedProjections()
                .answer(
                        ProtocolTexts.PING,
                        "{\"success\":true,\"projections\":[{\"role\":\"B\",\"localType\":" + ProtocolTexts.PING_B
                                + "},{\"role\":\"A\",\"localType\":" + TypeTexts.END + "}]}"));
        List<EquivalenceResult> results = live.checkAllProjectionsAgainstLean(PING);
        assertThat(results).extracting(EquivalenceResult::role).containsExactly("A", "B");
        assertThat(results).extracting(EquivalenceResult::equivalent).containsExactly(false, true);
    }

    @Test
    void a_union_of_receptions_diverges_from_the_first_branch() {
        GlobalType union = ProtocolTexts.read(ProtocolTexts.RECEIVE_UNION);
        List<EquivalenceResult> results = live(new ScriptedProjections()).checkAllProjectionsAgainstLean(union);
        assertThat(results).extracting(EquivalenceResult::equivalent).containsExactly(true, true, false);
        assertThat(results.getLast().diff()).contains("\"x\"", "\"y\"", "Expected (Lean):");
    }

    @Test
    void a_projection_error_comes_after_the_peers_answer() {
        GlobalType mismatch = ProtocolTexts.read(ProtocolTexts.SEND_MISMATCH);
        EquivalenceChecker live = live(new ScriptedProjections());
        assertThat(failure(() -> live.checkAllProjectionsAgainstLean(mismatch)))
                .isInstanceOf(EquivalenceError.Projection.class);
        EquivalenceChecker failing = live(new ScriptedProjections().answer(ProtocolTexts.SEND_MISMATCH, ""));
        assertThat(failure(() -> failing.checkAllProjectionsAgainstLean(mismatch))
                        .sentence())
                .isEqualTo("Lean runner error: Lean process failed with exit code 1: refused");
    }

    @Test
    void what_is_written_is_found_equivalent_and_is_canonical_text() throws IOException {
        put("c/Stale.expected.json", TypeTexts.END);
        EquivalenceChecker live = live(new ScriptedProjections());
        live.writeGoldenBundle("c", live.generateGoldenBundle(PING));
        assertThat(live.checkAllProjectionsAgainstGolden("c", PING))
                .extracting(EquivalenceResult::equivalent)
                .containsOnly(true);
        String text = Files.readString(directory.resolve("c/B.expected.json"));
        assertThat(text).startsWith("{\n  \"branches\": [\n").endsWith("}").doesNotEndWith("\n");
        assertThat(text.indexOf("\"kind\"")).isLessThan(text.indexOf("\"partner\""));
        assertThat(directory.resolve("c/Stale.expected.json")).exists();
        assertThat(json(Files.readString(directory.resolve("c/input.json")))).isEqualTo(json(ProtocolTexts.PING));
    }

    private EquivalenceChecker live(ProjectionPeer peer) {
        return EquivalenceChecker.withPeer(directory, peer);
    }

    private void put(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static JsonErrorCode refusal(String text, Codec<?> codec) {
        JsonException thrown =
                catchThrowableOfType(JsonException.class, () -> JsonInput.read(text, ReadPolicy.PEER, codec));
        assertThat(thrown).isNotNull();
        return thrown.code();
    }

    private static EquivalenceError failure(ThrowingCallable call) {
        ProblemException thrown = catchThrowableOfType(ProblemException.class, call);
        assertThat(thrown).as("the call should have failed").isNotNull();
        return thrown.only(EquivalenceError.class);
    }
}

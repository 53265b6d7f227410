package dev.paritas.choreography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paritas.choreography.json.ChoreographyJson;
import dev.paritas.choreography.json.ModelTypeReader;
import dev.paritas.choreography.json.ProgramPayload;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.projection.CandidateProjection;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.choreography.type.PayloadSort;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents that the formal model reads and writes (spec 10 §5.7, §5.8, §6). */
class PeerDocumentsTest {
    private static final String COMM =
            "{\"kind\":\"comm\",\"sender\":\"A\",\"receiver\":\"B\",\"branches\":[%s],\"x\":1}";

    private static JsonValue json(String text) {
        return ModelTypeReader.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static GlobalType lean(String text) {
        return ModelTypeReader.global().decode(json(text));
    }

    private static String branch(String sort) {
        return COMM.formatted("{\"continuation\":{\"kind\":\"end\"},\"label\":{\"name\":\"m\",\"sort\":" + sort + "}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"kind":"comm"}                      | String expected
            []                                   | String expected
            {"kind":"send"}                      | invalid GlobalType kind: send
            {"kind":"comm","sender":"A","receiver":"B","branches":7} | expected JSON array, got '7'
            {"kind":"comm","sender":"A","receiver":"B","branches":[{"label":{"name":"m"}}]} | expected JSON array, got 'null'
            {"kind":"comm","sender":"A","receiver":"B","branches":[{"label":{"name":"m","sort":null}}]} | expected JSON array, got 'null'
            {"kind":"comm","sender":"A","receiver":"B","branches":[{"label":{"name":"m","sort":"Nat"}}]} | invalid sort: Nat
            {"kind":"comm","sender":"A","receiver":"B","branches":[{"label":{"name":"m","sort":{"prod":["nat"]}}}]} | prod must have 2 elements
            {"kind":"comm","sender":"A","receiver":"B","branches":[{"label":{"sort":"nat"}}]} | String expected
            {"kind":"delegate","delegator":"A"}  | String expected
            """)
    void the_models_reader_has_its_own_refusals(String text, String message) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> lean(text))
                .withMessage(message);
    }

    @Test
    void a_local_kind_is_unknown_by_the_local_types_name() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> ModelTypeReader.local().decode(json("{\"kind\":\"delegate\"}")))
                .withMessage("invalid LocalTypeR kind: delegate");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"vector":4e0}             | Vector(4)
            {"vector":4.0e1}           | Vector(40)
            {"vector":2,"prod":["nat"]} | Vector(2)
            {"prod":[{"prod":["nat","bool"]},{"prod":["real",{"vector":1}]}]} | Prod(Prod(Nat, Bool), Prod(Real, Vector(1)))
            "unit"                     | Unit
            """)
    void the_models_sorts(String sort, String debug) {
        GlobalType.Comm type = (GlobalType.Comm) lean(branch(sort));

        assertThat(type.branches().getFirst().label().sort().debugText()).isEqualTo(debug);
    }

    @Test
    void a_vector_with_a_fraction_is_no_natural_number() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> lean(branch("{\"vector\":4.0}")))
                .withMessage("Natural number expected");
    }

    @Test
    void delegation_is_read_written_and_projected() {
        String text =
                "{\"continuation\":{\"kind\":\"end\"},\"delegatee\":\"Q\",\"delegator\":\"P\",\"kind\":\"delegate\","
                        + "\"role\":\"R\",\"session_id\":7}";
        GlobalType type = lean(text);

        assertThat(type).isEqualTo(new GlobalType.Delegate("P", "Q", 7, "R", GlobalType.END));
        assertThat(JsonOutput.compactText(TypeCodec.GLOBAL, type)).isEqualTo(text);
        assertThat(type.roles()).containsExactly("P", "Q");
        assertThat(CandidateProjection.trans(type, "P").debugText())
                .isEqualTo(
                        "Send { partner: \"Q\", branches: [(Label { name: \"_delegate\", sort: Unit }, Some(Chan { sid:"
                                + " 7, role: \"R\" }), End)] }");
        assertThat(CandidateProjection.trans(type, "Q")).isInstanceOf(LocalType.Recv.class);
        assertThat(CandidateProjection.trans(type, "R")).isEqualTo(LocalType.END);
    }

    @Test
    void unknown_members_are_ignored_and_the_last_duplicate_wins() {
        assertThat(lean("{\"kind\":1,\"kind\":\"var\",\"name\":\"t\",\"more\":[]}"))
                .isEqualTo(new GlobalType.Var("t"));
    }

    @Test
    void nesting_has_no_practical_limit() {
        int count = 10_000;
        GlobalType type = GlobalType.END;
        PayloadSort sort = PayloadSort.NAT;
        for (int i = 0; i < count; i++) {
            type = GlobalType.comm("A", "B", "m", type);
            sort = new PayloadSort.Prod(sort, PayloadSort.UNIT);
        }
        GlobalType deep = new GlobalType.Comm("A", "B", List.of(new GlobalType.Branch(new Label("m", sort), type)));

        GlobalType read = lean(JsonOutput.compactText(TypeCodec.GLOBAL, deep));

        assertThat(read.equals(deep)).isTrue();
    }

    @Test
    void a_program_has_no_schema_version() {
        ProgramPayload program = new ProgramPayload(Notes.local("!B{m.end}"), "A");
        String text = JsonOutput.compactText(ProgramPayload.CODEC, program);

        assertThat(text).startsWith("{\"local_type\":{\"branches\":").endsWith("},\"role\":\"A\"}");
        assertThat(JsonInput.read(text, ReadPolicy.STRICT, ProgramPayload.CODEC))
                .isEqualTo(program);
    }

    @Test
    void a_choreography_needs_exactly_the_supported_version() {
        ChoreographyJson choreography = ChoreographyJson.of(Notes.global("A→B{m.end}"));
        String text = JsonOutput.compactText(ChoreographyJson.CODEC, choreography);

        assertThat(JsonInput.read(text, ReadPolicy.STRICT, ChoreographyJson.CODEC))
                .isEqualTo(choreography);
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> JsonInput.read(
                        text.replace("lean_bridge.v1", "lean_bridge.v2"), ReadPolicy.STRICT, ChoreographyJson.CODEC))
                .withMessage("unsupported schema_version 'lean_bridge.v2' for Lean bridge payload; expected"
                        + " 'lean_bridge.v1'");
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> JsonInput.read(
                        text.replace(",\"schema_version\":\"lean_bridge.v1\"", ""),
                        ReadPolicy.STRICT,
                        ChoreographyJson.CODEC));
    }
}

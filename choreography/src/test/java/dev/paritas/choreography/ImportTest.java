package dev.paritas.choreography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.choreography.json.ImportError;
import dev.paritas.choreography.json.ImportRefusal;
import dev.paritas.choreography.json.TypeCodec;
import dev.paritas.choreography.json.TypeReader;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.choreography.type.PayloadSort;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.ValType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The strict reader and the writer (spec 10 §5). */
class ImportTest {
    private static final String BRANCHES_OF_ONE =
            "[{\"continuation\":{\"kind\":\"end\"},\"label\":{\"name\":\"m\",\"sort\":%s}}]";

    private static String comm(String sort) {
        return "{\"branches\":" + BRANCHES_OF_ONE.formatted(sort)
                + ",\"kind\":\"comm\",\"receiver\":\"B\",\"sender\":\"A\"}";
    }

    private static ImportRefusal refusal(String json) {
        return catchThrowableOfType(
                        ProblemException.class, () -> TypeReader.global().read(json))
                .only(ImportRefusal.class);
    }

    @Test
    void the_worked_example_is_written_as_specified() {
        GlobalType type = GlobalType.comm("Client", "Server", "request", GlobalType.END);
        String text = "{\"branches\":[{\"continuation\":{\"kind\":\"end\"},\"label\":{\"name\":\"request\",\"sort\":"
                + "\"unit\"}}],\"kind\":\"comm\",\"receiver\":\"Server\",\"sender\":\"Client\"}";

        assertThat(JsonOutput.compactText(TypeCodec.GLOBAL, type)).isEqualTo(text);
        assertThat(TypeReader.global().read(text)).isEqualTo(type);
    }

    @Test
    void the_pretty_form_has_two_spaces_and_no_final_newline() {
        assertThat(JsonOutput.prettyText(TypeCodec.LOCAL, Notes.local("μt.!B{m.t}")))
                .isEqualTo("""
                        {
                          "body": {
                            "branches": [
                              {
                                "continuation": {
                                  "kind": "var",
                                  "name": "t"
                                },
                                "label": {
                                  "name": "m",
                                  "sort": "unit"
                                }
                              }
                            ],
                            "kind": "send",
                            "partner": "B"
                          },
                          "kind": "rec",
                          "var": "t"
                        }""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                                     | Missing field: kind
            "x"                                    | Missing field: kind
            null                                   | Missing field: kind
            {}                                     | Missing field: kind
            {"kind":1}                             | Missing field: kind
            {"kind":null}                          | Missing field: kind
            {"kind":"send"}                        | Invalid kind: send
            {"kind":"delegate"}                    | Invalid kind: delegate
            {"kind":"End"}                         | Invalid kind: End
            {"kind":"end","z":1,"b":2}             | Unexpected field 'b' in global end
            {"kind":"comm","x":1}                  | Unexpected field 'x' in global comm
            {"kind":"comm"}                        | Missing field: sender
            {"kind":"comm","sender":"A","branches":1} | Missing field: receiver
            {"kind":"comm","sender":["A"]}         | Expected string, got: ["A"]
            {"kind":"comm","sender":"A","receiver":"B"} | Missing field: branches
            {"kind":"comm","sender":"A","receiver":"B","branches":{"a": 1}} | Expected array, got: {"a":1}
            {"kind":"comm","sender":"A","receiver":"B","branches":[7]} | Expected object, got: 7
            {"kind":"comm","sender":"A","receiver":"B","branches":[{"x":1}]} | Unexpected field 'x' in global branch
            {"kind":"comm","sender":"A","receiver":"B","branches":[{}]} | Missing field: label in branch
            {"kind":"comm","sender":"A","receiver":"B","branches":[{"label":1}]} | Expected object, got: 1
            {"kind":"comm","sender":"A","receiver":"B","branches":[{"label":{}}]} | Missing field: name in label
            {"kind":"comm","sender":"A","receiver":"B","branches":[{"label":{"name":1}}]} | Missing field: name in label
            {"kind":"comm","sender":"A","receiver":"B","branches":[{"label":{"name":"m","s":1}}]} | Unexpected field 's' in label
            {"kind":"comm","sender":"A","receiver":"B","branches":[{"label":{"name":"m"}}]} | Missing field: continuation in branch
            {"kind":"rec","body":{"kind":"end"}}   | Missing field: var
            {"kind":"rec","var":"t"}               | Missing field: body
            {"kind":"rec","var":"t","body":3}      | Missing field: kind
            {"kind":"var"}                         | Missing field: name
            {"kind":"var","name":false}            | Expected string, got: false
            {"kind":"end"                          | Expected object, got: invalid JSON
            {"kind":"end"} x                       | Expected object, got: invalid JSON
            {"kind":"\\ud800"}                     | Expected object, got: invalid JSON
            """)
    void refusals_of_nodes(String json, String message) {
        assertThat(refusal(json).sentence()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "Unit"            | Invalid sort: Unit
            null              | Invalid sort: null
            [1, 2]            | Invalid sort: [1,2]
            true              | Invalid sort: true
            4.50              | Invalid sort: 4.5
            {}                | Unexpected field '' in sort
            {"z":1,"a":2}     | Unexpected field 'a, z' in sort
            {"prod":["nat"]}  | Invalid sort: prod must have 2 elements
            {"prod":"x"}      | Invalid sort: {"prod": String("x")}
            {"vector":-1}     | Invalid sort: {"vector": Number(-1)}
            {"vector":4.0}    | Invalid sort: {"vector": Number(4.0)}
            {"foo":1}         | Invalid sort: {"foo": Number(1)}
            {"foo":[null,true,{"a":"b"}]} | Invalid sort: {"foo": Array [Null, Bool(true), Object {"a": String("b")}]}
            {"prod":["nat","Nat"]} | Invalid sort: Nat
            """)
    void refusals_of_sorts(String sort, String message) {
        assertThat(refusal(comm(sort)).sentence()).isEqualTo(message);
        assertThat(refusal(comm(sort)).pointer()).startsWith("/branches/0/label/sort");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"vector":0}                    | Vector(0)
            {"vector":18446744073709551615} | Vector(18446744073709551615)
            {"prod":["nat",{"prod":["bool",{"vector":3}]}]} | Prod(Nat, Prod(Bool, Vector(3)))
            "real"                          | Real
            """)
    void accepted_sorts(String sort, String debug) {
        GlobalType.Comm type = (GlobalType.Comm) TypeReader.global().read(comm(sort));

        assertThat(type.branches().getFirst().label().sort().debugText()).isEqualTo(debug);
        assertThat(JsonOutput.compactText(TypeCodec.GLOBAL, type)).isEqualTo(comm(sort));
    }

    @Test
    void a_vector_beyond_the_machine_word_becomes_a_float() {
        assertThat(refusal(comm("{\"vector\":18446744073709551616}")).error())
                .isInstanceOf(ImportError.InvalidSort.class);
    }

    @Test
    void a_label_without_sort_is_unit() {
        GlobalType type = TypeReader.global()
                .read(
                        "{\"kind\":\"comm\",\"sender\":\"A\",\"receiver\":\"B\",\"branches\":[{\"label\":{\"name\":\"m\"},"
                                + "\"continuation\":{\"kind\":\"end\"}}]}");

        assertThat(type).isEqualTo(Notes.global("A→B{m.end}"));
    }

    @Test
    void empty_branches_and_empty_names_are_accepted() {
        assertThat(TypeReader.local().read("{\"kind\":\"send\",\"partner\":\"\",\"branches\":[]}"))
                .isEqualTo(new LocalType.Send("", List.of()));
    }

    @Test
    void global_kinds_are_foreign_to_local_types() {
        assertThat(catchThrowableOfType(
                        ProblemException.class, () -> TypeReader.local().read("{\"kind\":\"comm\",\"sender\":\"A\"}")))
                .hasMessage("Invalid kind: comm");
    }

    @Test
    void the_last_of_repeated_members_wins_for_the_reference() {
        String text = "{\"kind\":\"var\",\"name\":1,\"name\":\"t\"}";

        assertThat(TypeReader.global().read(text)).isEqualTo(new GlobalType.Var("t"));
        ImportRefusal refused = catchThrowableOfType(
                        ProblemException.class,
                        () -> TypeReader.global(ReadPolicy.STRICT).read(text))
                .only(ImportRefusal.class);
        assertThat(refused.code()).isEqualTo("DUPLICATE_FIELD");
        assertThat(refused.line()).isEqualTo(1);
    }

    @Test
    void a_refusal_tells_pointer_line_and_column() {
        ImportRefusal refused = refusal("""
                {"kind": "rec", "var": "t",
                 "body": {"kind": "var",
                          "name": 12}}""");

        assertThat(refused.error()).isEqualTo(new ImportError.ExpectedString("12"));
        assertThat(refused.pointer()).isEqualTo("/body/name");
        assertThat(List.of(refused.line(), refused.column())).containsExactly(3, 19);
    }

    @Test
    void depth_by_value_ends_at_85_messages_and_128_binders() {
        assertThat(byValue(messages(85))).isEqualTo(messages(85));
        assertThat(tooDeep(messages(86)).only(ImportRefusal.class).error()).isEqualTo(new ImportError.InputTooDeep());
        assertThat(byValue(binders(128))).isEqualTo(binders(128));
        assertThat(tooDeep(binders(129))).hasMessage("Input too deep: JSON type depth exceeds 256");
    }

    @Test
    void depth_from_text_ends_at_42_messages_and_126_binders() {
        assertThat(TypeReader.global().read(text(messages(42)))).isEqualTo(messages(42));
        assertThat(refusal(text(messages(43))).sentence()).isEqualTo("Expected object, got: invalid JSON");
        assertThat(TypeReader.global().read(text(binders(126)))).isEqualTo(binders(126));
        assertThat(refusal(text(binders(127))).sentence()).isEqualTo("Expected object, got: invalid JSON");
    }

    @Test
    void size_ends_at_8_mebibytes() {
        String end = "{\"kind\":\"end\"}";
        String full = end + " ".repeat(8 * 1024 * 1024 - end.length());

        assertThat(TypeReader.global().read(full)).isEqualTo(GlobalType.END);
        assertThat(refusal(full + " ").sentence())
                .isEqualTo("Input too large: bridge JSON input is 8388609 bytes, max is 8388608");
    }

    @Test
    void bytes_that_are_not_utf8_are_no_json() {
        for (String text : List.of("{\"kind\":\"var\",\"name\":\"\u00ff\"}", "\u00ef\u00bb\u00bf{\"kind\":\"end\"}")) {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            assertThat(catchThrowableOfType(
                            ProblemException.class, () -> TypeReader.global().read(bytes)))
                    .hasMessage("Expected object, got: invalid JSON");
        }
        byte[] wide = "{\"kind\":\"end\"}".getBytes(StandardCharsets.UTF_16LE);
        assertThat(catchThrowableOfType(
                        ProblemException.class, () -> TypeReader.global().read(wide)))
                .hasMessage("Expected object, got: invalid JSON");
    }

    @Test
    void annotations_are_not_part_of_the_exchange_form() {
        LocalType annotated =
                new LocalType.Send("B", List.of(new LocalType.Branch(Label.of("m"), ValType.NAT, LocalType.END)));

        assertThat(TypeReader.local().read(JsonOutput.compactText(TypeCodec.LOCAL, annotated)))
                .isEqualTo(Notes.local("!B{m.end}"))
                .isNotEqualTo(annotated);
    }

    @Test
    void escapes_and_any_characters_survive() {
        GlobalType type = new GlobalType.Mu("\"\\\n\u0001/\u007f", new GlobalType.Var("α\uD83D\uDE00"));

        String text = text(type);

        assertThat(text)
                .isEqualTo("{\"body\":{\"kind\":\"var\",\"name\":\"α\uD83D\uDE00\"},\"kind\":\"rec\",\"var\":"
                        + "\"\\\"\\\\\\n\\u0001/\u007f\"}");
        assertThat(TypeReader.global().read(text)).isEqualTo(type);
    }

    @Test
    void ten_thousand_messages_and_sorts_are_written() {
        PayloadSort sort = PayloadSort.NAT;
        for (int i = 0; i < 10_000; i++) {
            sort = new PayloadSort.Prod(sort, PayloadSort.UNIT);
        }
        GlobalType deep =
                new GlobalType.Comm("A", "B", List.of(new GlobalType.Branch(new Label("m", sort), messages(10_000))));

        assertThat(text(deep)).hasSizeGreaterThan(1_000_000).endsWith("}");
        assertThat(JsonOutput.prettyText(TypeCodec.GLOBAL, binders(500))).endsWith("\n}");
    }

    private static String text(GlobalType type) {
        return JsonOutput.compactText(TypeCodec.GLOBAL, type);
    }

    private static GlobalType byValue(GlobalType type) {
        ReadPolicy deep = ReadPolicy.PEER.withMaxDepth(10_000);
        return TypeReader.global().read(JsonInput.read(text(type), deep, JsonValue.CODEC));
    }

    private static ProblemException tooDeep(GlobalType type) {
        return catchThrowableOfType(ProblemException.class, () -> byValue(type));
    }

    private static GlobalType messages(int count) {
        GlobalType type = GlobalType.END;
        for (int i = 0; i < count; i++) {
            type = GlobalType.comm("A", "B", "m", type);
        }
        return type;
    }

    private static GlobalType binders(int count) {
        GlobalType type = GlobalType.END;
        for (int i = 0; i < count; i++) {
            type = new GlobalType.Mu("t", type);
        }
        return type;
    }
}

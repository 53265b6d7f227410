package dev.paritas.semanticobjects.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paritas.semanticobjects.json.JsonErrorCode;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ReadPolicy;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of spec 20 §1 and §2. */
class ValueTest {
    private static final Endpoint A = new Endpoint(0, "A");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "Unit" | 1
                    {"Nat":7} | 8
                    {"Bool":true} | 1
                    {"Str":"x"} | 9
                    {"Str":"é→😀"} | 17
                    {"Prod":["Unit",{"Nat":1}]} | 10
                    {"Endpoint":{"role":"A","sid":0}} | 17
                    """)
    void a_value_has_the_json_and_the_size_of_the_table(String json, long size) {
        Value value = JsonInput.read(json, ReadPolicy.STRICT, Value.CODEC);
        assertThat(JsonOutput.compactText(Value.CODEC, value)).isEqualTo(json);
        assertThat(value.wireSize()).isEqualTo(size);
        assertThat(value.type().matches(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Int\":1}",
                "{\"Real\":1}",
                "{\"Vec\":[]}",
                "{\"Json\":1}",
                "{\"Label\":\"x\"}",
                "{\"Knowledge\":1}",
                "\"Nat\"",
                "\"unit\"",
                "{}",
                "{\"Nat\":1,\"Bool\":true}",
                "{\"Unit\":null}"
            })
    void every_other_tag_is_refused_by_both_policies(String json) {
        for (ReadPolicy policy : new ReadPolicy[] {ReadPolicy.STRICT, ReadPolicy.PEER}) {
            JsonException e =
                    catchThrowableOfType(JsonException.class, () -> JsonInput.read(json, policy, Value.CODEC));
            assertThat(e).as(json).isNotNull();
        }
    }

    @Test
    void only_the_same_endpoint_matches_a_channel_type() {
        ValType chan = new ValType.Chan(0, "A");
        assertThat(chan.matches(new Value.Chan(A))).isTrue();
        assertThat(chan.matches(new Value.Chan(new Endpoint(1, "A")))).isFalse();
        assertThat(chan.matches(new Value.Chan(new Endpoint(0, "B")))).isFalse();
        assertThat(new ValType.Prod(ValType.NAT, chan).matches(new Value.Prod(new Value.Nat(1), new Value.Chan(A))))
                .isTrue();
        assertThat(new ValType.Prod(ValType.NAT, chan).matches(new Value.Prod(Value.UNIT, new Value.Chan(A))))
                .isFalse();
        assertThat(ValType.NAT.matches(Value.TRUE)).isFalse();
    }

    @Test
    void debug_texts_follow_the_rules() {
        assertThat(ValType.NAT.debugText()).isEqualTo("Nat");
        assertThat(new ValType.Prod(ValType.NAT, ValType.BOOL).debugText()).isEqualTo("Prod(Nat, Bool)");
        assertThat(new ValType.Chan(0, "A").debugText()).isEqualTo("Chan { sid: 0, role: \"A\" }");
        assertThat(ValType.STRING.debugText()).isEqualTo("String");
        assertThat(new Value.Prod(new Value.Nat(-1), new Value.Str("a\"b")).debugText())
                .isEqualTo("Prod(Nat(18446744073709551615), Str(\"a\\\"b\"))");
        assertThat(new Value.Chan(A).debugText()).isEqualTo("Endpoint(Endpoint { sid: 0, role: \"A\" })");
        assertThat(DebugText.quoted("\"\\\n\r\t\0'\u0001\u007f\u00e9\u200b\ud83d\ude00"))
                .isEqualTo("\"\\\"\\\\\\n\\r\\t\\0'\\u{1}\\u{7f}\u00e9\\u{200b}\ud83d\ude00\"");
        assertThat(DebugText.quoted("e\u0301 \u0301 a\u20dd")).isEqualTo("\"e\\u{301} \\u{301} a\\u{20dd}\"");
        assertThat(DebugText.quoted("\u088f")).isEqualTo("\"\u088f\""); // a letter since Unicode 17
        assertThat(DebugText.option(null)).isEqualTo("None");
        assertThat(DebugText.option("x")).isEqualTo("Some(x)");
    }

    @Test
    void endpoints_and_edges_order_by_their_fields_with_unsigned_sessions() {
        assertThat(new Endpoint(1, "Z")).isLessThan(new Endpoint(-1L, "A"));
        assertThat(new Endpoint(0, "\uff5e")).isLessThan(new Endpoint(0, "\ud83d\ude00"));
        assertThat(new Edge(0, "A", "C")).isLessThan(new Edge(0, "B", "A")).isGreaterThan(new Edge(0, "A", "B"));
    }

    @Test
    void an_edge_without_session_takes_the_hint() {
        JsonValue bare = JsonInput.read("{\"sender\":\"A\",\"receiver\":\"B\"}", ReadPolicy.STRICT, JsonValue.CODEC);
        assertThat(Edge.decode(bare, OptionalLong.of(3))).isEqualTo(new Edge(3, "A", "B"));
        JsonException noHint = catchThrowableOfType(JsonException.class, () -> Edge.decode(bare, OptionalLong.empty()));
        assertThat(noHint).hasMessage("missing sid in edge json");
        assertThat(noHint.code()).isEqualTo(JsonErrorCode.INVALID_VALUE);
        JsonException wrong =
                catchThrowableOfType(JsonException.class, () -> Edge.decode(JsonValue.NULL, OptionalLong.of(3)));
        assertThat(wrong).hasMessageStartingWith("invalid edge json: ");
        JsonValue own =
                JsonInput.read("{\"sid\":9,\"sender\":\"A\",\"receiver\":\"B\"}", ReadPolicy.STRICT, JsonValue.CODEC);
        assertThat(Edge.decode(own, OptionalLong.of(3)).sid()).isEqualTo(9);
    }
}

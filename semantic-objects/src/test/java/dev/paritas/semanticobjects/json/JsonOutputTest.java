package dev.paritas.semanticobjects.json;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonOutputTest {
    private record Mixed(String zebra, long apple, @Nullable String middle, List<String> empty) {
        static final Codec<Mixed> CODEC = ObjectCodec.of(
                "Mixed",
                field("zebra", Codec.STRING, Mixed::zebra),
                field("apple", Codec.U64, Mixed::apple),
                nullable("middle", Codec.STRING, Mixed::middle),
                field("empty", Codec.listOf(Codec.STRING), Mixed::empty),
                Mixed::new);
    }

    @Test
    void the_worked_example_of_the_exchange_form_is_written_exactly() { // spec 10 §5.2
        String text = "{\"branches\":[{\"continuation\":{\"kind\":\"end\"},\"label\":{\"name\":\"request\","
                + "\"sort\":\"unit\"}}],\"kind\":\"comm\",\"receiver\":\"Server\",\"sender\":\"Client\"}";
        assertThat(JsonInput.read(text, ReadPolicy.STRICT, JsonValue.CODEC).compactText())
                .isEqualTo(text);
    }

    @Test
    void pretty_text_has_one_member_per_line_and_no_newline_at_the_end() {
        JsonValue value = JsonInput.read("{\"b\":[1,[],{}],\"a\":{\"c\":null}}", ReadPolicy.STRICT, JsonValue.CODEC);
        assertThat(value.prettyText()).isEqualTo("""
            {
              "a": {
                "c": null
              },
              "b": [
                1,
                [],
                {}
              ]
            }\
            """);
        assertThat(new JsonValue.Obj(Map.of()).prettyText()).isEqualTo("{}");
        assertThat(new JsonValue.Array(List.of()).prettyText()).isEqualTo("[]");
    }

    @Test
    void members_stand_ascending_or_as_declared() {
        Mixed mixed = new Mixed("z", -1L, null, List.of());
        assertThat(JsonOutput.compactText(Mixed.CODEC, mixed))
                .isEqualTo("{\"apple\":18446744073709551615,\"empty\":[],\"middle\":null,\"zebra\":\"z\"}");
        assertThat(new String(JsonOutput.declaredBytes(Mixed.CODEC, mixed), StandardCharsets.UTF_8))
                .isEqualTo("{\"zebra\":\"z\",\"apple\":18446744073709551615,\"middle\":null,\"empty\":[]}");
    }

    @Test
    void only_what_must_be_escaped_is_escaped() {
        StringBuilder controls = new StringBuilder();
        for (char c = 0; c < 0x20; c++) {
            controls.append(c);
        }
        assertThat(new JsonValue.Text(controls.toString()).compactText())
                .isEqualTo("\"\\u0000\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\b\\t\\n"
                        + "\\u000b\\f\\r"
                        + "\\u000e\\u000f"
                        + "\\u0010\\u0011\\u0012\\u0013\\u0014\\u0015\\u0016\\u0017\\u0018\\u0019\\u001a\\u001b\\u001c\\u001d"
                        + "\\u001e\\u001f\"");
        assertThat(new JsonValue.Text("\"\\/\u007f\u0080\u00e9\u2028\uffff\ud83d\ude00").compactText())
                .isEqualTo("\"\\\"\\\\/\u007f\u0080\u00e9\u2028\uffff\ud83d\ude00\"");
    }

    @Test
    void long_texts_are_written_like_short_ones() {
        String piece = "ab\u00e9\u2192\ud83d\ude00\n\"";
        String escaped = "ab\u00e9\u2192\ud83d\ude00\\n\\\"";
        for (int repeat : new int[] {1, 100, 1000, 9000}) {
            for (String offset : List.of("", "x", "xy", "xyz")) {
                assertThat(new JsonValue.Text(offset + piece.repeat(repeat)).compactText())
                        .isEqualTo("\"" + offset + escaped.repeat(repeat) + "\"");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "\udc00", "a\ud83d", "\ude00\ud83d", "\ud83d\ud83d\ude00"})
    void a_lone_surrogate_has_no_utf_8_form(String text) {
        for (String padded : List.of(text, "p".repeat(9000) + text, text + "p".repeat(9000))) {
            JsonException asText =
                    catchThrowableOfType(JsonException.class, () -> new JsonValue.Text(padded).compactText());
            assertThat(asText).isNotNull();
            assertThat(asText.code()).isEqualTo(JsonErrorCode.INVALID_VALUE);
            JsonException asName = catchThrowableOfType(
                    JsonException.class, () -> new JsonValue.Obj(Map.of(padded, JsonValue.NULL)).compactText());
            assertThat(asName).isNotNull();
            assertThat(asName.code()).isEqualTo(JsonErrorCode.INVALID_VALUE);
        }
    }

    @Test
    void names_order_by_code_point_and_not_by_utf_16_unit() {
        JsonValue value = new JsonValue.Obj(Map.of(
                "\ud83d\ude00", JsonValue.NULL, "\uff5e", JsonValue.NULL, "z", JsonValue.NULL, "", JsonValue.NULL));
        assertThat(value.compactText()).isEqualTo("{\"\":null,\"z\":null,\"\uff5e\":null,\"\ud83d\ude00\":null}");
        assertThat(CodePointOrder.INSTANCE.compare("\uff5e", "\ud83d\ude00")).isNegative();
        assertThat("\uff5e".compareTo("\ud83d\ude00")).isPositive();
        assertThat(CodePointOrder.INSTANCE.compare("a", "ab")).isNegative();
        assertThat(CodePointOrder.INSTANCE.compare("\ud83d\ude00", "\ud83d\ude01"))
                .isNegative();
        assertThat(CodePointOrder.INSTANCE.compare("x", "x")).isZero();
    }

    @Test
    void ids_order_as_names_in_canonical_text_and_as_numbers_when_declared() {
        Map<Long, Long> map = Map.of(2L, 0L, 10L, 1L, -1L, 2L);
        assertThat(JsonOutput.compactText(IdMapCodec.of(Codec.U64), map))
                .isEqualTo("{\"10\":1,\"18446744073709551615\":2,\"2\":0}");
        assertThat(new String(JsonOutput.declaredBytes(IdMapCodec.of(Codec.U64), map), StandardCharsets.UTF_8))
                .isEqualTo("{\"2\":0,\"10\":1,\"18446744073709551615\":2}");
    }

    @ParameterizedTest
    @CsvSource({
        "4, 4",
        "4.0, 4.0",
        "4e0, 4.0",
        "-0, -0.0",
        "0.0, 0.0",
        "18446744073709551615, 18446744073709551615",
        "18446744073709551616, 1.8446744073709552e19",
        "-9223372036854775808, -9223372036854775808",
        "-9223372036854775809, -9.223372036854775808e18",
        "1e300, 1e+300",
        "0.1, 0.1",
        "1e-7, 1e-7",
        "123456.75, 123456.75",
    })
    void numbers_keep_their_kind(String read, String written) {
        String text = JsonInput.read(read, ReadPolicy.STRICT, JsonValue.CODEC).compactText();
        assertThat(Double.parseDouble(text)).isEqualTo(Double.parseDouble(written));
        assertThat(text.matches("-?[0-9]+")).isEqualTo(written.matches("-?[0-9]+"));
    }
}

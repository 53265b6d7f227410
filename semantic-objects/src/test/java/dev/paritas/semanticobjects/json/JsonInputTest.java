package dev.paritas.semanticobjects.json;

import static dev.paritas.semanticobjects.json.Field.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonInputTest {
    private record Point(long x, List<String> tags) {
        static final Codec<Point> CODEC = ObjectCodec.of(
                "Point",
                field("x", Codec.U64, Point::x),
                field("tags", Codec.listOf(Codec.STRING), Point::tags),
                Point::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "18446744073709551615", "9223372036854775808", "7"})
    void an_unsigned_number_keeps_its_64_bits(String number) {
        assertThat(Long.toUnsignedString(JsonInput.read(number, ReadPolicy.STRICT, Codec.U64)))
                .isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-0", "1.0", "1e3", "18446744073709551616", "-9223372036854775809", "0.5"})
    void a_negative_fractional_or_too_large_number_is_a_bad_number(String number) {
        assertThat(refusal(number, Codec.U64).code()).isEqualTo(JsonErrorCode.BAD_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "+1", ".5", "1.", "0x10", "NaN", "Infinity", "1_000", "--1", "1e", "- 1"})
    void a_number_that_json_does_not_know_is_not_json(String number) {
        assertThat(refusal(number, JsonValue.CODEC).code()).isEqualTo(JsonErrorCode.INVALID_JSON);
    }

    @Test
    void a_number_beyond_binary64_is_a_bad_number() {
        assertThat(refusal("1e400", JsonValue.CODEC).code()).isEqualTo(JsonErrorCode.BAD_NUMBER);
        assertThat(refusal("[1e99999999999999]", JsonValue.CODEC).code()).isEqualTo(JsonErrorCode.BAD_NUMBER);
        assertThat(refusal("1" + "0".repeat(5000), JsonValue.CODEC).code())
                .isIn(JsonErrorCode.BAD_NUMBER, JsonErrorCode.INVALID_JSON);
    }

    @Test
    void depth_is_accepted_up_to_the_limit() {
        ReadPolicy policy = ReadPolicy.STRICT.withMaxDepth(5);
        assertThat(JsonInput.read(nested(5), policy, JsonValue.CODEC)).isNotNull();
        JsonException e = refusal(nested(6), policy, JsonValue.CODEC);
        assertThat(e.code()).isEqualTo(JsonErrorCode.INPUT_TOO_DEEP);
        assertThat(JsonInput.read(nested(ReadPolicy.PEER_MAX_DEPTH), ReadPolicy.PEER, JsonValue.CODEC))
                .isNotNull();
        assertThat(refusal(nested(ReadPolicy.PEER_MAX_DEPTH + 1), ReadPolicy.PEER, JsonValue.CODEC)
                        .code())
                .isEqualTo(JsonErrorCode.INPUT_TOO_DEEP);
    }

    @Test
    void a_million_brackets_are_too_deep_even_where_they_would_be_skipped() {
        String deep = "{\"unknown\":" + "[".repeat(1_000_000);
        assertThat(refusal(deep, ReadPolicy.PEER, Point.CODEC).code()).isEqualTo(JsonErrorCode.INPUT_TOO_DEEP);
    }

    @Test
    void size_is_accepted_up_to_the_limit_from_bytes_and_from_a_stream() {
        ReadPolicy policy = ReadPolicy.STRICT.withMaxBytes(10);
        byte[] ten = "\"12345678\"".getBytes(StandardCharsets.UTF_8);
        byte[] eleven = "\"123456789\"".getBytes(StandardCharsets.UTF_8);
        assertThat(JsonInput.read(ten, policy, Codec.STRING)).isEqualTo("12345678");
        assertThat(JsonInput.read(new ByteArrayInputStream(ten), policy, Codec.STRING))
                .isEqualTo("12345678");
        JsonException fromBytes =
                catchThrowableOfType(JsonException.class, () -> JsonInput.read(eleven, policy, Codec.STRING));
        JsonException fromStream = catchThrowableOfType(
                JsonException.class, () -> JsonInput.read(new ByteArrayInputStream(eleven), policy, Codec.STRING));
        assertThat(fromBytes.code()).isEqualTo(JsonErrorCode.INPUT_TOO_LARGE);
        assertThat(fromStream.code()).isEqualTo(JsonErrorCode.INPUT_TOO_LARGE);
    }

    @Test
    void an_endless_stream_ends_at_the_limit() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }
        };
        JsonException e = catchThrowableOfType(
                JsonException.class, () -> JsonInput.read(endless, ReadPolicy.PEER, JsonValue.CODEC));
        assertThat(e.code()).isEqualTo(JsonErrorCode.INPUT_TOO_LARGE);
    }

    @Test
    void a_stream_that_breaks_is_a_refusal_too() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
        JsonException e = catchThrowableOfType(
                JsonException.class, () -> JsonInput.read(broken, ReadPolicy.PEER, JsonValue.CODEC));
        assertThat(e.code()).isEqualTo(JsonErrorCode.INVALID_JSON);
    }

    @ParameterizedTest
    @CsvSource({
        "22 80 22, lone continuation",
        "22 c0 af 22, overlong slash",
        "22 e0 80 af 22, overlong in three",
        "22 f0 80 80 af 22, overlong in four",
        "22 ed a0 80 22, encoded surrogate",
        "22 f4 90 80 80 22, beyond the last code point",
        "22 f8 88 80 80 80 22, five bytes",
        "22 c3 22, cut short",
        "22 e2 82 22, cut short in three",
        "22 f0 9f 98 22, cut short in four",
        "22 ff 22, no UTF-8 byte",
        "22 00 22 00, UTF-16 little endian",
        "00 22 00 22, UTF-16 big endian",
        "22 00 00 00 22 00 00 00, UTF-32",
        "22 5c 75 64 38 30 30 22, escaped lone surrogate",
        "22 5c 75 64 63 30 30 5c 75 64 38 30 30 22, escaped surrogates the wrong way round",
        "7b 22 5c 75 64 38 30 30 22 3a 31 7d, lone surrogate in a name",
    })
    void bytes_that_are_not_utf_8_are_not_json(String hex, String what) {
        byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);
        for (ReadPolicy policy : List.of(ReadPolicy.STRICT, ReadPolicy.PEER)) {
            JsonException fromBytes =
                    catchThrowableOfType(JsonException.class, () -> JsonInput.read(bytes, policy, JsonValue.CODEC));
            assertThat(fromBytes).as(what).isNotNull();
            assertThat(fromBytes.code()).as(what).isEqualTo(JsonErrorCode.INVALID_JSON);
            JsonException fromStream = catchThrowableOfType(
                    JsonException.class,
                    () -> JsonInput.read(new ByteArrayInputStream(bytes), policy, JsonValue.CODEC));
            assertThat(fromStream).as(what).isNotNull();
            assertThat(fromStream.code()).as(what).isEqualTo(JsonErrorCode.INVALID_JSON);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ef bb bf 22 22, UTF-8",
        "ff fe 22 00 22 00, UTF-16",
        "fe ff 00 22 00 22, UTF-16",
        "00 00 fe ff 00 00 00 31, UTF-32"
    })
    void a_byte_order_mark_has_a_code_of_its_own(String hex, String encoding) {
        byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);
        InputStream dripping = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(length, 1));
            }
        };
        for (JsonException e : List.of(
                catchThrowableOfType(
                        JsonException.class, () -> JsonInput.read(bytes, ReadPolicy.PEER, JsonValue.CODEC)),
                catchThrowableOfType(
                        JsonException.class, () -> JsonInput.read(dripping, ReadPolicy.PEER, JsonValue.CODEC)))) {
            assertThat(e.code()).isEqualTo(JsonErrorCode.BYTE_ORDER_MARK);
            assertThat(e).hasMessageContaining("byte order mark").hasMessageContaining(encoding);
            assertThat(e.line()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1", "[1,", "NaN", "{\"a\" 1}", "[\"\u0001\"]", "01"})
    void no_refusal_shows_how_the_parser_is_set(String text) {
        JsonException e = refusal(text, JsonValue.CODEC);
        assertThat(e.getMessage()).doesNotContain("Source", "REDACTED", "`", "JsonReadFeature", "StreamRead");
    }

    @Test
    void every_well_formed_code_point_is_read() {
        StringBuilder all = new StringBuilder();
        for (int codePoint = 0x20; codePoint <= Character.MAX_CODE_POINT; codePoint += 97) {
            if (Character.getType(codePoint) != Character.SURROGATE && codePoint != '"' && codePoint != '\\') {
                all.appendCodePoint(codePoint);
            }
        }
        byte[] bytes = ("\"" + all + "\"").getBytes(StandardCharsets.UTF_8);
        assertThat(JsonInput.read(bytes, ReadPolicy.STRICT.withMaxBytes(1 << 20), Codec.STRING))
                .isEqualTo(all.toString());
        assertThat(JsonInput.read(
                        new ByteArrayInputStream(bytes), ReadPolicy.STRICT.withMaxBytes(1 << 20), Codec.STRING))
                .isEqualTo(all.toString());
        assertThat(JsonInput.read("\"\\ud83d\\ude00\"", ReadPolicy.STRICT, Codec.STRING))
                .isEqualTo("\ud83d\ude00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 2", "{} {}", "[] ,", "\"a\" x", "null]"})
    void text_after_the_document_is_refused(String text) {
        assertThat(refusal(text, JsonValue.CODEC).code()).isEqualTo(JsonErrorCode.INVALID_JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1,}",
                "[1,]",
                "[1 2]",
                "tru",
                "'a'",
                "{a:1}",
                "\"a",
                "// x\n1",
                "\"\t\"",
                "\"\\x\""
            })
    void what_is_not_one_document_is_refused(String text) {
        JsonException e = refusal(text, JsonValue.CODEC);
        assertThat(e.code()).isIn(JsonErrorCode.INVALID_JSON, JsonErrorCode.WRONG_TYPE);
    }

    @Test
    void a_refusal_names_code_pointer_line_and_column() {
        JsonException e = refusal("{\n  \"x\": 1,\n  \"tags\": [\"a\", 7]\n}", Point.CODEC);
        assertThat(e.code()).isEqualTo(JsonErrorCode.WRONG_TYPE);
        assertThat(e.path()).isEqualTo("/tags/1");
        assertThat(e.line()).isEqualTo(3);
        assertThat(e.column()).isEqualTo(17);
        assertThat(e.describe())
                .isEqualTo("WRONG_TYPE at /tags/1 (line 3, column 17): expected a string, found a number");
    }

    @Test
    void a_refused_number_is_pointed_at() {
        JsonException e = refusal("{\"tags\":[],\"x\":-4}", Point.CODEC);
        assertThat(e.path()).isEqualTo("/x");
        assertThat(e.column()).isEqualTo(16);
    }

    @Test
    void an_unknown_member_is_refused_or_skipped_as_the_policy_says() {
        String text = "{\"x\":1,\"y\":{\"deep\":[1,2]},\"tags\":[]}";
        assertThat(refusal(text, Point.CODEC).code()).isEqualTo(JsonErrorCode.UNKNOWN_MEMBER);
        assertThat(JsonInput.read(text, ReadPolicy.PEER, Point.CODEC)).isEqualTo(new Point(1, List.of()));
    }

    @Test
    void a_member_is_known_by_its_name_however_that_is_written() {
        assertThat(JsonInput.read("{\"t\\u0061gs\":[],\"\\u0078\":1}", ReadPolicy.STRICT, Point.CODEC))
                .isEqualTo(new Point(1, List.of()));
        for (String other : List.of("X", "xx", "", "tag", "tagss", "t\u00e4gs", "x\\u0000", "\ud83d\ude00")) {
            JsonException e = refusal("{\"x\":1,\"" + other + "\":1,\"tags\":[]}", Point.CODEC);
            assertThat(e.code()).as(other).isEqualTo(JsonErrorCode.UNKNOWN_MEMBER);
            assertThat(e.path()).as(other).isNotEmpty();
        }
    }

    @Test
    void a_repeated_member_is_refused_or_the_last_one_wins() {
        String text = "{\"x\":1,\"x\":2,\"tags\":[]}";
        assertThat(refusal(text, Point.CODEC).code()).isEqualTo(JsonErrorCode.DUPLICATE_MEMBER);
        assertThat(JsonInput.read(text, ReadPolicy.PEER, Point.CODEC)).isEqualTo(new Point(2, List.of()));
        String map = "{\"a\":1,\"a\":2}";
        assertThat(refusal(map, Codec.mapOf(Codec.U64)).code()).isEqualTo(JsonErrorCode.DUPLICATE_MEMBER);
        assertThat(JsonInput.read(map, ReadPolicy.PEER, Codec.mapOf(Codec.U64))).isEqualTo(Map.of("a", 2L));
        assertThat(refusal(map, JsonValue.CODEC).code()).isEqualTo(JsonErrorCode.DUPLICATE_MEMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "+1", "-1", "", "1.0", "18446744073709551616", " 1", "\u0661"})
    void the_name_of_an_id_is_a_plain_unsigned_number(String name) {
        JsonException e = refusal("{\"" + name + "\":1}", ReadPolicy.PEER, IdMapCodec.of(Codec.U64));
        assertThat(e.code()).isEqualTo(JsonErrorCode.BAD_NUMBER);
    }

    @Test
    void a_missing_member_is_named() {
        JsonException e = refusal("{\"x\":1}", Point.CODEC);
        assertThat(e.code()).isEqualTo(JsonErrorCode.MISSING_MEMBER);
        assertThat(e).hasMessageContaining("missing field `tags`");
    }

    /** A parser's table of names outlived the document, and every later document copied it before it added a name. */
    @Test
    void the_names_of_one_document_cost_another_one_nothing() {
        for (int i = 0; i < 20; i++) {
            JsonInput.read("{\"" + i + "n".repeat(1_000_000) + "\":1}", ReadPolicy.STRICT, JsonValue.CODEC);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        JsonInput.read("{\"small\":1}", ReadPolicy.STRICT, JsonValue.CODEC);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1_000_000);
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    private static JsonException refusal(String text, Codec<?> codec) {
        return refusal(text, ReadPolicy.STRICT, codec);
    }

    private static JsonException refusal(String text, ReadPolicy policy, Codec<?> codec) {
        JsonException e = catchThrowableOfType(JsonException.class, () -> JsonInput.read(text, policy, codec));
        assertThat(e).as(text.length() > 200 ? "long text" : text).isNotNull();
        return e;
    }
}

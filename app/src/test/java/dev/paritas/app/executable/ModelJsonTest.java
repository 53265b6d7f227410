package dev.paritas.app.executable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.testsupport.Documents;
import dev.paritas.testsupport.Json;
import dev.paritas.testsupport.Protocols;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** JSON text as the formal model reads it (spec 12 §2.5). */
class ModelJsonTest {
    private static final String DOCUMENT = Documents.runRequest(Documents.choreography(Protocols.PING_PONG, "A", "B"));

    private static final String BROKEN = "{}[]\",:0-eE\\\0x";

    private static void refuses(String text, String message) {
        assertThatExceptionOfType(ModelJsonException.class)
                .isThrownBy(() -> ModelJson.parse(text))
                .withMessage(message);
    }

    private static JsonValue text(String value) {
        return new JsonValue.Text(value);
    }

    @Test
    void ordinary_documents_read_as_elsewhere() {
        assertThat(ModelJson.parse(DOCUMENT)).isEqualTo(Json.json(DOCUMENT));
        String mixed = " { \"a\" : [ 1 , -2.5 , true , false , null , { } , [ ] ] , \"b\" : \"\\u00e9\\n\\/\" } \n";
        assertThat(ModelJson.parse(mixed)).isEqualTo(Json.json(mixed));
    }

    @Test
    void the_last_of_equal_members_counts() {
        assertThat(ModelJson.parse("{\"a\":1,\"a\":2}")).isEqualTo(Json.json("{\"a\":2}"));
    }

    @Test
    void whole_numbers_are_those_without_decimals_left() {
        for (String whole : List.of("4", "4e0", "40e-0", "0.4e1")) {
            assertThat(ModelJson.parse(whole)).as(whole).isIn(JsonValue.Num.of(4), JsonValue.Num.of(40));
        }
        for (String broken : List.of("4.0", "40e-1", "4.5")) {
            assertThat(((JsonValue.Num) ModelJson.parse(broken)).isInteger())
                    .as(broken)
                    .isFalse();
        }
        assertThat(ModelJson.parse("1e2")).isEqualTo(JsonValue.Num.of(100));
    }

    @Test
    void integers_of_any_size_are_exact() {
        String beyond = "100000000000000000000000000000001";
        assertThat(ModelJson.parse(beyond)).isEqualTo(new JsonValue.Num(beyond));
        assertThat(ModelJson.parse("-" + beyond)).isEqualTo(new JsonValue.Num("-" + beyond));
        assertThat(ModelJson.parse("1.5e9999")).isEqualTo(new JsonValue.Num("15" + "0".repeat(9998)));
        refuses("1e10001", "offset 7: exp too large");
        refuses("1e9999999999", "offset 12: exp too large");
        refuses("9".repeat(10_001), "offset 10001: number is out of range");
    }

    @Test
    void decimals_of_any_size_are_read_and_are_no_integers() {
        for (String decimal : List.of("1e-400", "123.456e-789", "1e-9999999999", "9".repeat(400) + ".5", "0.4e-0001")) {
            assertThat(((JsonValue.Num) ModelJson.parse(decimal)).isInteger())
                    .as(decimal)
                    .isFalse();
        }
        assertThat(ModelJson.parse("1e00000000000000000002")).isEqualTo(JsonValue.Num.of(100));
    }

    @Test
    void surrogate_escapes_are_read_as_lean_reads_them() {
        // What Json.parse of Lean 4.28 made of these texts.
        assertThat(ModelJson.parse("\"\\ud83d\\ude00\"")).isEqualTo(text("\uD83D\uDE00"));
        assertThat(ModelJson.parse("\"\\ud83d\\u0041\"")).isEqualTo(text("\uFFFDA"));
        assertThat(ModelJson.parse("\"\\ude00y\"")).isEqualTo(text("\uFFFDy"));
        assertThat(ModelJson.parse("\"\\ud83d\\ud83d\\ude00\"")).isEqualTo(text("\uFFFD\uD83D\uDE00"));
        assertThat(ModelJson.parse("\"\\ud83d\\n\"")).isEqualTo(text("\uFFFD\n"));
        assertThat(ModelJson.parse("\"\\ud83d\"")).isEqualTo(text("\uFFFD"));
    }

    @Test
    void refusals_name_the_byte_offset() {
        refuses("", "offset 0: unexpected end of input");
        refuses("{", "offset 1: unexpected end of input");
        refuses("{} x", "offset 3: expected end of input");
        refuses("\"\u00e9\" x", "offset 5: expected end of input");
        refuses("[1,]", "offset 3: unexpected input");
        for (String bad : List.of(
                "{\"a\"}", "{a:1}", "01", "1.", "1e", "-", "tru", "\"\\x\"", "\"\t\"", "[1 2]", "1e999999999")) {
            assertThatExceptionOfType(ModelJsonException.class).as(bad).isThrownBy(() -> ModelJson.parse(bad));
        }
    }

    @Test
    void nesting_is_unlimited() {
        assertThat(ModelJson.parse("[".repeat(100_000) + "]".repeat(100_000))).isInstanceOf(JsonValue.Array.class);
    }

    /** Reading any of these digit by digit takes minutes; the limit of this test is there for a reader without one. */
    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void numbers_of_any_length_are_answered_at_once() {
        String digits = "1" + "0".repeat(2_000_000);
        refuses(digits, "offset 2000001: number is out of range");
        refuses("[-" + digits + "]", "offset 2000003: number is out of range");
        refuses("0." + digits, "offset 2000003: number is out of range");
        refuses("{\"a\":1e" + digits + "}", "offset 2000008: exp too large");
        assertThat(ModelJson.parse("1e-" + digits)).isInstanceOf(JsonValue.Num.class);
        assertThat(ModelJson.parse("0." + "0".repeat(9_900) + "1")).isInstanceOf(JsonValue.Num.class);
    }

    /** Each exponent of a document costs its digits, and all together are limited before the first is written out. */
    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void many_numbers_with_exponents_are_answered_at_once() {
        String list = "[" + "1e10000,".repeat(99) + "1e10000]";
        JsonValue.Array read = (JsonValue.Array) ModelJson.parse(list);
        assertThat(read.elements()).hasSize(100).containsOnly(new JsonValue.Num("1" + "0".repeat(10_000)));
        refuses("[" + "1e10000,".repeat(100) + "1e1]", "offset 804: exp too large");
        refuses("[" + "1e10000,".repeat(1_000_000) + "1]", "offset 808: exp too large");
        assertThat(ModelJson.parse("[" + "0e10000,".repeat(100_000) + "1]")).isInstanceOf(JsonValue.Array.class);
        assertThat(ModelJson.parse("[" + "-0.0e1,".repeat(1_000) + "-0e5]"))
                .isEqualTo(ModelJson.parse("[" + "0,".repeat(1_000) + "0]"));
        String nines = "9".repeat(10_000);
        assertThat(ModelJson.parse("[" + (nines + ",").repeat(500) + nines + "]"))
                .isInstanceOf(JsonValue.Array.class);
        assertThat(ModelJson.parse("[" + "1e-1000000000,".repeat(20_000) + "1]"))
                .isInstanceOf(JsonValue.Array.class);
    }

    @Test
    void a_shift_takes_decimals_away_before_it_adds_digits() {
        assertThat(ModelJson.parse("-0.012e3")).isEqualTo(new JsonValue.Num("-12"));
        assertThat(ModelJson.parse("-1.20e3")).isEqualTo(new JsonValue.Num("-1200"));
        assertThat(ModelJson.parse("0.00e2")).isEqualTo(JsonValue.Num.of(0));
        assertThat(ModelJson.parse("-0")).isEqualTo(JsonValue.Num.of(0));
    }

    @Test
    void mutated_documents_are_read_or_refused() {
        Random random = new Random(22);
        int refused = 0;
        for (int i = 0; i < 10_000; i++) {
            StringBuilder text = new StringBuilder(DOCUMENT);
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                text.setCharAt(random.nextInt(text.length()), BROKEN.charAt(random.nextInt(BROKEN.length())));
            }
            text.setLength(1 + random.nextInt(text.length()));
            try {
                ModelJson.parse(text.toString());
            } catch (ModelJsonException e) {
                refused++;
            }
        }
        assertThat(refused).as("seed 22").isBetween(5_000, 10_000);
    }
}

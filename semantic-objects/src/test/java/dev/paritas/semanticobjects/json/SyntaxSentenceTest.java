package dev.paritas.semanticobjects.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxSentenceTest {
    private static final long SEED = 20_261_130;

    private static final Pattern INTERNALS =
            Pattern.compile("Source|REDACTED|Exception|java\\.|tools\\.jackson|start marker|StreamRead|enable `");

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "{~the document ends early",
                "[~the document ends early",
                "[1~the document ends early",
                "[1,~the document ends early",
                "{\"a~the document ends early",
                "{\"a\"~the document ends early",
                "{\"a\":~the document ends early",
                "{\"a\":1~the document ends early",
                "{\"a\":1,~the document ends early",
                "\"a~the document ends early",
                "\"a\\~the document ends early",
                "\"a\\u00~the document ends early",
                "[tru~a word here is not true, false or null",
                "[truth]~a word here is not true, false or null",
                "[nil]~a word here is not true, false or null",
                "[NaN]~a word here is not true, false or null",
                "[java.lang.Exception]~a word here is not true, false or null",
                "[\"\\x\"]~a text has an escape that JSON does not know",
                "{\"\\x\":1}~a text has an escape that JSON does not know",
                "[\"\\u00g0\"]~\\u in a text is not followed by four hexadecimal digits",
                "[\"\\ud800\"]~text holds a lone surrogate",
                "[\"a\tb\"]~a text has a control character that is not escaped",
                "{\"a\tb\":1}~a text has a control character that is not escaped",
                "[01]~a number starts with a needless zero",
                "[-01]~a number starts with a needless zero",
                "[+1]~a number starts with a plus sign",
                "[1.]~a number is not written as JSON writes it",
                "[.5]~expected a value",
                "[1e]~a number is not written as JSON writes it",
                "[--1]~a number is not written as JSON writes it",
                "[0x10]~a character here has no place in JSON",
                "[1 2]~expected a comma or the end of the array",
                "[1}~a closing bracket does not fit what is open",
                "{\"a\":1]~a closing bracket does not fit what is open",
                "{\"a\":1 \"b\":2}~expected a comma or the end of the object",
                "{\"a\" 1}~expected a colon behind a member name",
                "{a:1}~expected a member name in double quotes",
                "{'a':1}~expected a member name in double quotes",
                "{\"a\":1,}~expected a member name in double quotes",
                "[1,]~expected a value",
                "[,1]~expected a value",
                "{\"a\":}~expected a value",
                "]~a closing bracket does not fit what is open",
                "['a']~expected a value",
                "1 2~unexpected text after the document",
            })
    void a_damaged_document_is_refused_in_plain_words(String text, String sentence) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        assertThat(refusal(new ByteArrayInputStream(utf8)))
                .hasMessageContaining(sentence)
                .returns(JsonErrorCode.INVALID_JSON, JsonException::code);
        assertThat(catchThrowableOfType(
                        JsonException.class, () -> JsonInput.read(utf8, ReadPolicy.STRICT, JsonValue.CODEC)))
                .hasMessageContaining(sentence);
    }

    @Test
    void a_number_of_too_many_digits_names_the_limit() {
        for (String number : new String[] {"9".repeat(1001), "0." + "9".repeat(1001), "9".repeat(100_000)}) {
            assertThat(refusal(stream("[" + number + "]"))).hasMessageContaining("a number has more than 1000 digits");
        }
        assertThat(JsonInput.read("9".repeat(300), ReadPolicy.STRICT, JsonValue.CODEC))
                .isNotNull();
    }

    @Test
    void bytes_and_streams_that_fail_while_they_are_read_are_told_apart() {
        assertThat(refusal(new ByteArrayInputStream(new byte[] {'"', (byte) 0xff, '"'})))
                .hasMessageContaining("the bytes are not UTF-8 text");
        assertThat(refusal(new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("java.net.SocketException");
                    }
                }))
                .hasMessageContaining("the document could not be read to its end");
    }

    @ParameterizedTest
    @CsvSource({"[,9", "'[\"',a", "'{\"',a", "[,' '"})
    void a_gigabyte_of_one_character_is_refused_at_the_limit_of_bytes(String start, String repeated) {
        Endless endless = new Endless(start, repeated.charAt(0));
        assertThat(refusal(endless).code()).isEqualTo(JsonErrorCode.INPUT_TOO_LARGE);
        assertThat(endless.given).isLessThan(ReadPolicy.PEER_MAX_BYTES + 100_000);
    }

    @Test
    void twenty_thousand_damaged_documents_show_nothing_of_the_parser() {
        SplittableRandom random = new SplittableRandom(SEED);
        byte[] sound = "{\"a\":[1,-2.5e3,true,null],\"b\\n\":{\"c\":\"x\\u00e9\u00e9\",\"d\":[[],{}]},\"e\":false}"
                .getBytes(StandardCharsets.UTF_8);
        String pieces = "{}[],:\"'\\+-.0eE tfnu#/*\u0000\n\u00e9";
        int refused = 0;
        for (int n = 0; n < 20_000; n++) {
            byte[] damaged = Arrays.copyOf(sound, random.nextInt(4) == 0 ? random.nextInt(sound.length) : sound.length);
            for (int flips = random.nextInt(4); flips > 0 && damaged.length > 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte)
                        (random.nextInt(5) == 0 ? random.nextInt(256) : pieces.charAt(random.nextInt(pieces.length())));
            }
            JsonException refusal = refusal(new ByteArrayInputStream(damaged));
            if (refusal != null) {
                refused++;
                assertThat(refusal.getMessage())
                        .as("seed %d, document %d: %s", SEED, n, new String(damaged, StandardCharsets.ISO_8859_1))
                        .doesNotContainPattern(INTERNALS)
                        .doesNotContain("this is not JSON");
            }
        }
        assertThat(refused).isGreaterThan(10_000);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonException refusal(InputStream in) {
        return catchThrowableOfType(JsonException.class, () -> JsonInput.read(in, ReadPolicy.STRICT, JsonValue.CODEC));
    }

    /** A text that does not end. */
    private static final class Endless extends InputStream {
        private final String start;
        private final char repeated;
        private long given;

        Endless(String start, char repeated) {
            this.start = start;
            this.repeated = repeated;
        }

        @Override
        public int read() {
            return given < start.length() ? start.charAt((int) given++) : give();
        }

        private char give() {
            given++;
            return repeated;
        }
    }
}

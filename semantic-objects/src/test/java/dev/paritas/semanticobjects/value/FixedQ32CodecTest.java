package dev.paritas.semanticobjects.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paritas.semanticobjects.json.JsonErrorCode;
import dev.paritas.semanticobjects.json.JsonException;
import dev.paritas.semanticobjects.json.JsonInput;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.json.ReadPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code 1} is 2^-32 and {@code "1"} is one (spec 52 §1, 32 §3.6). */
class FixedQ32CodecTest {
    private static FixedQ32 read(String json) {
        return JsonInput.read(json, ReadPolicy.STRICT, FixedQ32.CODEC);
    }

    @Test
    void integers_are_bits_and_texts_are_decimals() {
        assertThat(read("1")).isEqualTo(new FixedQ32(1));
        assertThat(read("\"1\"")).isEqualTo(FixedQ32.ONE);
        assertThat(read("\"0.5\"")).isEqualTo(FixedQ32.HALF);
        assertThat(read("9223372036854775807")).isEqualTo(FixedQ32.MAX);
        assertThat(read("-9223372036854775808")).isEqualTo(FixedQ32.MIN);
        assertThat(JsonOutput.compactText(FixedQ32.CODEC, FixedQ32.HALF.negated()))
                .isEqualTo("-2147483648");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "0.5, BAD_NUMBER, |invalid type: floating point `0.5`, expected a fixed-point number encoded as raw"
                        + " bits (i64/u64) or decimal string|",
                "9223372036854775808, BAD_NUMBER, fixed-point overflow",
                "18446744073709551615, BAD_NUMBER, fixed-point overflow",
                "-9223372036854775809, BAD_NUMBER, fixed-point overflow",
                "\"1e3\", INVALID_VALUE, fixed-point overflow",
                "\"\", INVALID_VALUE, fixed-point overflow",
                "true, WRONG_TYPE, |expected a fixed-point number encoded as raw bits (i64/u64) or decimal string, found"
                        + " a boolean|",
                "null, WRONG_TYPE, |expected a fixed-point number encoded as raw bits (i64/u64) or decimal string, found"
                        + " null|"
            })
    void everything_else_is_refused(String json, JsonErrorCode code, String message) {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> read(json))
                .withMessage(message)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }
}

package dev.paritas.bridge.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.testsupport.AllocatedBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a b|a   b|true",
                "a b|ab|false",
                "a b|a b |true",
                " a b|a b|false",
                " a b|   a b|true",
                "a b|a bc|false",
                "a \"x  y\" b|a \"x  y\"  b|true",
                "a \"x  y\"|a \"x y\"|false",
                "a \"\\\"  y\"|a \"\\\" y\"|false",
                "a \"\\\\\"  y|a \"\\\\\" y|true",
            })
    void only_white_space_outside_quotes_is_overlooked(String left, String right, boolean same) {
        assertThat(TypeText.sameButForLines(left, right)).isEqualTo(same);
        assertThat(TypeText.sameButForLines(right, left)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LocalType.mu (LocalType.end)|true",
                "LocalType.select \"B\" [(x, LocalType.var 0)]|true",
                "LocalType.select \"LocalType.mu\" []|false",
                "LocalType.select \"\\\"LocalType.var\" []|false",
                "LocalType.select \"\\\\\" [LocalType.var 0]|true",
                "LocalType.end|false",
            })
    void loops_count_outside_quotes(String type, boolean loop) {
        assertThat(TypeText.inLoop(type)).isEqualTo(loop);
    }

    @Test
    void long_texts_are_compared_without_copies() {
        String text = "LocalType.select \"B\" ".repeat(100_000);
        String lines = text.replace(" \"", "\n  \"");
        assertThat(AllocatedBytes.of(() -> {
                    assertThat(TypeText.sameButForLines(text, lines)).isTrue();
                    assertThat(TypeText.inLoop(text)).isFalse();
                }))
                .isLessThan(text.length());
    }
}

package dev.paritas.bridge.implementation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeoutVariableTest {
    @Test
    void an_unset_variable_means_the_default() {
        assertThat(TimeoutVariable.LEAN.millis(Map.of())).isEqualTo(120_000);
        assertThat(TimeoutVariable.PROTOCOL_MACHINE.millis(Map.of())).isEqualTo(300_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-1", "", " 5", "1.5", "0x10", "1e3", "18446744073709551616", "٣"})
    void what_is_no_unsigned_integer_means_the_default(String text) {
        assertThat(lean(text)).isEqualTo(120_000);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "50, 50", "+50, 50", "007, 7", "18446744073709551615, -1"})
    void a_number_is_taken_and_zero_becomes_one(String text, long unsigned) {
        assertThat(lean(text)).isEqualTo(unsigned);
    }

    @Test
    void a_wait_too_long_for_the_clock_is_shortened() {
        Map<String, String> longest = Map.of("TELLTALE_LEAN_TIMEOUT_MS", "18446744073709551615");
        assertThat(TimeoutVariable.LEAN.duration(longest)).isEqualTo(Duration.ofDays(36_500));
    }

    private static long lean(String text) {
        return TimeoutVariable.LEAN.millis(Map.of("TELLTALE_LEAN_TIMEOUT_MS", text));
    }
}

package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressBarTest {
    private static final String LONG = "golden/full-runs of a check with a long name";

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Streams streams(boolean interactive) {
        PrintStream none = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        return new Streams(
                new ByteArrayInputStream(new byte[0]),
                none,
                new PrintStream(err, false, StandardCharsets.UTF_8),
                interactive,
                false);
    }

    private List<String> drawn() {
        return List.of(err.toString(StandardCharsets.UTF_8).split("\r", -1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 12, 20, 39, 40, 41, 80, 200})
    void no_line_reaches_the_last_column_of_the_terminal(int columns) {
        try (ProgressBar bar = new ProgressBar(streams(true), columns)) {
            bar.advance(LONG, 1_000, 1_000);
            bar.say("waiting for " + LONG + " (deadline 120 s)");
            bar.advance("x", 3, 3);
        }
        assertThat(drawn())
                .hasSizeGreaterThan(1)
                .allSatisfy(line -> assertThat(line.length()).isLessThan(Math.max(columns, 2)));
    }

    @Test
    void forty_columns_show_a_bar_its_count_and_what_it_is_about() {
        try (ProgressBar bar = new ProgressBar(streams(true), 40)) {
            bar.advance("golden/full-runs", 20, 20);
        }
        assertThat(drawn().get(1)).isEqualTo("[########] 20/20 golden/full-runs");
    }

    @Test
    void it_wipes_what_it_has_drawn() {
        try (ProgressBar bar = new ProgressBar(streams(true), 80)) {
            bar.advance("suite", 4, 4);
        }
        List<String> drawn = drawn();
        assertThat(drawn.get(2)).isEqualTo(" ".repeat(drawn.get(1).length()));
        assertThat(drawn.getLast()).isEmpty();
    }

    @Test
    void nobody_sees_it_in_a_pipe() {
        try (ProgressBar bar = new ProgressBar(streams(false), 80)) {
            bar.advance("suite", 4, 4);
            bar.say("waiting");
        }
        assertThat(err.size()).isZero();
    }
}

package dev.paritas.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.bridge.report.Check;
import dev.paritas.bridge.report.LaneCheck;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CheckLinesTest {
    private static final LaneCheck DONE =
            LaneCheck.of(Check.recorded("suite/machine", "runs of the machine against the corpus"), 2, List.of(), 1);

    private final ByteArrayOutputStream pipe = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Streams streams(boolean interactive) {
        return new Streams(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(new BufferedOutputStream(pipe, 1 << 16), false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                interactive,
                false);
    }

    @Test
    void a_line_is_written_through_a_buffered_pipe_when_its_check_is_finished() {
        try (CheckLines lines = new CheckLines(streams(false), CheckLines.Manner.USUAL)) {
            lines.finished(DONE);
            assertThat(pipe.toString(StandardCharsets.UTF_8))
                    .isEqualToNormalizingNewlines("OK   runs of the machine against the corpus (2 cases)\n");
        }
    }

    @Test
    void the_bar_is_wiped_before_a_line_is_printed() {
        try (CheckLines lines = new CheckLines(streams(true), CheckLines.Manner.USUAL)) {
            lines.advance("suite/machine", 2, 2);
            lines.finished(DONE);
            assertThat(err.toString(StandardCharsets.UTF_8)).endsWith(" \r");
        }
    }

    @Test
    @Timeout(60)
    void silence_of_a_runner_is_told_once_with_its_deadline() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        PrintStream heard = new PrintStream(err, false, StandardCharsets.UTF_8) {
            @Override
            public void flush() {
                super.flush();
                told.countDown();
            }
        };
        Streams streams = new Streams(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(pipe, false, StandardCharsets.UTF_8),
                heard,
                false,
                false);
        try (CheckLines lines = new CheckLines(streams, CheckLines.Manner.USUAL, Duration.ofMillis(20))) {
            lines.asks("/opt/lean/telltale_validator", Duration.ofMinutes(2));
            told.await();
            lines.finished(DONE);
        }
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines("waiting for /opt/lean/telltale_validator (deadline 120 s)\n");
    }

    @Test
    void the_document_comes_without_lines() {
        try (CheckLines lines = new CheckLines(streams(false), CheckLines.Manner.SILENT)) {
            lines.finished(DONE);
        }
        assertThat(pipe.size()).isZero();
    }
}

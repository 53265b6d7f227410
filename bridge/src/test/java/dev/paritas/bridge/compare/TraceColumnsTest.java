package dev.paritas.bridge.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The first difference of two traces, in words and side by side. */
final class TraceColumnsTest {
    private static final TraceEvent SENT = TraceEvent.sent(1, 0, "A", "B", "m");
    private static final TraceEvent HALTED = TraceEvent.halted(9, "1");

    private static TraceEvent received(long tick) {
        return TraceEvent.received(tick, 0, "A", "B", "m");
    }

    private static List<String> lines(int width, List<TraceEvent> left, List<TraceEvent> right) {
        List<String> lines = OutcomeComparison.trace(left, right, null).lines(width);
        return lines.subList(1, lines.size() - 1);
    }

    @Test
    void two_traces_stand_beside_each_other_and_each_line_says_whether_it_differs() {
        assertThat(lines(80, List.of(SENT, received(2), HALTED), List.of(SENT, received(3), HALTED)))
                .containsExactly(
                        "    left" + " ".repeat(33) + "  right",
                        "  = " + "%-37s".formatted("     1  #0   sent      A -> B  m")
                                + "       1  #0   sent      A -> B  m",
                        "  | " + "%-37s".formatted("     2  #0   received  A -> B  m")
                                + "       3  #0   received  A -> B  m",
                        "  = " + "%-37s".formatted("     9       halted    coroutine 1")
                                + "       9       halted    coroutine 1");
    }

    @Test
    void a_trace_that_is_over_says_so() {
        assertThat(lines(80, List.of(SENT), List.of(SENT, received(3), HALTED)))
                .endsWith(
                        "  > " + "%-37s".formatted("(ends here)") + "       3  #0   received  A -> B  m",
                        "  > " + " ".repeat(37) + "       9       halted    coroutine 1");
    }

    @Test
    void a_narrow_line_has_one_below_the_other_and_nothing_is_cut() {
        assertThat(lines(60, List.of(SENT, received(2)), List.of(SENT, received(3))))
                .containsExactly(
                        "  =      1  #0   sent      A -> B  m",
                        "  <      2  #0   received  A -> B  m",
                        "  >      3  #0   received  A -> B  m");
        String label = "m".repeat(200);
        TraceEvent left = TraceEvent.sent(1, 0, "A", "B", label + "x");
        TraceEvent right = TraceEvent.sent(1, 0, "A", "B", label + "y");
        assertThat(lines(100, List.of(left), List.of(right)))
                .containsExactly(
                        "  <      1  #0   sent      A -> B  " + label + "x",
                        "  >      1  #0   sent      A -> B  " + label + "y");
    }

    @Test
    void what_is_not_seen_is_spelled_before_columns_are_made() {
        TraceEvent left = TraceEvent.sent(1, 0, "A", "B", "x\ny");
        assertThat(lines(100, List.of(left), List.of(SENT)))
                .contains("  |      1  #0   sent      A -> B  x\\ny" + " ".repeat(12)
                        + "       1  #0   sent      A -> B  m");
    }

    @Test
    void a_difference_that_words_leave_out_stays_json() {
        TraceEvent left = new TraceEvent(
                "checked", 1, 0L, null, null, null, "A", null, true, null, null, null, null, null, null, null, null,
                null);
        TraceEvent right = new TraceEvent(
                "checked", 1, 0L, null, null, null, "A", null, false, null, null, null, null, null, null, null, null,
                null);
        assertThat(lines(100, List.of(left), List.of(right)))
                .anyMatch(line -> line.startsWith("  < {") && line.contains("\"permitted\":true"))
                .anyMatch(line -> line.startsWith("  > {") && line.contains("\"permitted\":false"));
    }

    @Test
    void raw_lines_are_json() {
        assertThat(OutcomeComparison.trace(List.of(SENT), List.of(HALTED), null).rawLines())
                .anyMatch(line -> line.startsWith("  < {\"kind\":\"sent\""))
                .anyMatch(line -> line.startsWith("  > {\"kind\":\"halted\""));
    }
}

package dev.paritas.bridge.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paritas.bridge.files.UnreadableFile;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.run.TraceEvent;
import dev.paritas.testsupport.AllocatedBytes;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceStreamComparatorTest {
    @TempDir
    Path folder;

    private Path lines(String name, List<TraceEvent> trace) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (TraceEvent event : trace) {
                out.write(JsonOutput.compactBytes(TraceEvent.RUNNER_CODEC, event));
                out.write('\n');
            }
        }
        return file;
    }

    private Path array(String name, List<TraceEvent> trace) throws IOException {
        return Files.write(folder.resolve(name), JsonOutput.compactBytes(Codec.listOf(TraceEvent.CODEC), trace));
    }

    private static List<TraceEvent> loop(int events) {
        List<TraceEvent> trace = new ArrayList<>(events);
        for (int i = 0; i < events; i++) {
            trace.add(
                    i % 2 == 0
                            ? TraceEvent.sent(3L * i, 0, "Alice", "Bob", "tick")
                            : TraceEvent.received(3L * i, 0, "Alice", "Bob", "tick"));
        }
        return trace;
    }

    @Test
    void an_array_and_lines_of_the_same_events_agree() throws Exception {
        Comparison comparison =
                TraceStreamComparator.compare(lines("a.jsonl", Samples.trace()), array("b.json", Samples.trace()));
        assertThat(comparison.verdict()).isEqualTo(new Verdict.Agree());
        assertThat(comparison.coverage().compared(Coverage.EVENTS)).isEqualTo(5);
    }

    @Test
    void the_first_difference_comes_with_the_common_prefix_and_both_next_events() throws Exception {
        List<TraceEvent> left = loop(10_000);
        List<TraceEvent> right = new ArrayList<>(left);
        right.set(8191, TraceEvent.received(3L * 8191, 0, "Alice", "Bob", "tock"));
        Comparison comparison = TraceStreamComparator.compare(lines("a.jsonl", left), lines("b.jsonl", right));
        assertThat(comparison.coverage().compared(Coverage.EVENTS)).isEqualTo(8192);
        assertThat(comparison.verdict()).isInstanceOfSatisfying(Verdict.Diverge.class, diverge -> {
            DivergenceReport report = diverge.report();
            assertThat(report.index()).isEqualTo(8191);
            assertThat(report.pointer()).isEqualTo("/label");
            assertThat(report.commonTail()).hasSize(4);
            assertThat(report.leftNext().getFirst().compactText()).contains("\"tick\":24573");
            assertThat(report.rightNext().getFirst().compactText()).contains("\"label\":\"tock\"");
            assertThat(report.explanation()).isEqualTo("event 8191 differs at /label");
        });
    }

    @Test
    void equal_blocks_are_read_once_and_the_first_difference_behind_them_is_found() throws Exception {
        List<TraceEvent> left = loop(40_000);
        List<TraceEvent> right = new ArrayList<>(left);
        right.set(39_000, TraceEvent.sent(3L * 39_000, 0, "Alice", "Bob", "tock"));
        Comparison comparison = TraceStreamComparator.compare(lines("a.jsonl", left), lines("b.jsonl", right));
        assertThat(comparison.coverage().compared(Coverage.EVENTS)).isEqualTo(39_001);
        assertThat(comparison.verdict()).isInstanceOfSatisfying(Verdict.Diverge.class, diverge -> {
            assertThat(diverge.report().index()).isEqualTo(39_000);
            assertThat(diverge.report().commonTail()).hasSize(4);
        });
    }

    @Test
    void damage_that_both_files_share_is_still_a_typed_error() throws Exception {
        Path left = lines("a.jsonl", Samples.trace());
        Files.writeString(left, Files.readString(left) + "{\"kind\":\"sent\"}\n");
        Path right = Files.copy(left, folder.resolve("b.jsonl"));
        assertThatThrownBy(() -> TraceStreamComparator.compare(left, right)).isInstanceOf(ProblemException.class);
    }

    @Test
    void a_trace_that_ends_early_diverges_at_its_end() throws Exception {
        Comparison comparison =
                TraceStreamComparator.compare(lines("a.jsonl", loop(4096)), lines("b.jsonl", loop(4097)));
        assertThat(comparison.verdict()).isInstanceOfSatisfying(Verdict.Diverge.class, diverge -> {
            assertThat(diverge.report().index()).isEqualTo(4096);
            assertThat(diverge.report().leftNext()).isEmpty();
            assertThat(diverge.report().rightNext()).hasSize(1);
            assertThat(diverge.report().explanation()).isEqualTo("the left trace ends after 4096 events");
        });
    }

    /** {@return {@code events} on one line, as an array or one behind the other} */
    private Path oneLine(String name, int events, String open, String between, String close) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(open.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < events; i++) {
                out.write((i == 0 ? "" : between).getBytes(StandardCharsets.UTF_8));
                out.write(JsonOutput.compactBytes(
                        TraceEvent.RUNNER_CODEC, TraceEvent.sent(i, 0, "Alice", "Bob", "tick")));
            }
            out.write(close.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    @Test
    void a_line_without_end_is_read_as_a_stream_like_lines_of_their_own() throws Exception {
        int events = 150_000;
        Path array = oneLine("a.json", events, "[", ",", "]");
        Path behind = oneLine("b.jsonl", events, "", " ", "");
        Path lines = oneLine("c.jsonl", events, "", "\n", "\n");
        assertThat(Files.size(array)).isGreaterThan(12 << 20);
        for (Path other : List.of(array, behind, lines)) {
            Comparison comparison = TraceStreamComparator.compare(behind, other);
            assertThat(comparison.verdict()).as(other.toString()).isEqualTo(new Verdict.Agree());
            assertThat(comparison.coverage().compared(Coverage.EVENTS)).isEqualTo(events);
        }
        Path shorter = oneLine("d.jsonl", events - 1, "", " ", "");
        assertThat(TraceStreamComparator.compare(behind, shorter).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Diverge.class,
                        diverge -> assertThat(diverge.report().index()).isEqualTo(events - 1));
    }

    @Test
    void an_event_longer_than_the_limit_is_refused_at_its_line() throws Exception {
        Path left = lines("a.jsonl", Samples.trace());
        Files.writeString(
                left,
                Files.readString(left) + "{\"kind\":\"sent\",\"tick\":1,\"label\":\"" + "x".repeat(9 << 20) + "\"}\n");
        Path right = Files.copy(left, folder.resolve("b.jsonl"));
        for (Path other : List.of(right, lines("c.jsonl", Samples.trace()))) {
            assertThatThrownBy(() -> TraceStreamComparator.compare(left, other))
                    .isInstanceOfSatisfying(ProblemException.class, e -> {
                        assertThat(e.problem().code()).isEqualTo("INPUT_TOO_LARGE");
                        assertThat(e.getMessage()).isEqualTo("one value has more than 8388608 bytes");
                        assertThat(e.only(UnreadableFile.class).line())
                                .isEqualTo(Samples.trace().size() + 1);
                    });
        }
    }

    @Test
    void two_empty_traces_are_declined_since_nothing_was_compared() throws Exception {
        assertThat(TraceStreamComparator.compare(array("a.json", List.of()), array("b.json", List.of()))
                        .verdict())
                .isInstanceOf(Verdict.Declined.class);
    }

    @Test
    void anything_but_events_is_a_typed_error() throws Exception {
        Path bad = Files.writeString(folder.resolve("bad.json"), "[{\"kind\":\"sent\"}]");
        Path good = lines("good.jsonl", Samples.trace());
        assertThatThrownBy(() -> TraceStreamComparator.compare(bad, good)).isInstanceOf(ProblemException.class);
        Path cut = Files.writeString(folder.resolve("cut.json"), "[");
        assertThatThrownBy(() -> TraceStreamComparator.compare(good, cut)).isInstanceOf(ProblemException.class);
    }

    @Test
    void the_streamed_ledger_equals_the_one_in_memory() throws Exception {
        List<TraceEvent> trace = loop(5000);
        assertThat(TraceStreamComparator.compare(lines("a.jsonl", trace), lines("b.jsonl", trace))
                        .ledger())
                .isEqualTo(ExecutionComparator.compare(Samples.run(trace), Samples.run(trace))
                        .ledger());
    }

    @Test
    void files_are_compared_to_their_ends() throws Exception {
        Path left = lines("left.jsonl", loop(20_000));
        Path right = Files.copy(left, left.resolveSibling("right.jsonl"));
        Comparison comparison = TraceStreamComparator.compare(left, right);
        assertThat(comparison.verdict()).isEqualTo(new Verdict.Agree());
        assertThat(comparison.coverage().compared(Coverage.EVENTS)).isEqualTo(20_000);
    }

    @Test
    void a_trace_in_memory_costs_the_same_for_each_of_its_events() {
        long few = allocated(10_000);
        assertThat(allocated(80_000)).isLessThan(9 * few);
    }

    private static long allocated(int events) {
        List<TraceEvent> left = loop(events);
        List<TraceEvent> right = loop(events);
        return AllocatedBytes.of(() -> assertThat(ExecutionComparator.compare(Samples.run(left), Samples.run(right))
                        .equivalent())
                .isTrue());
    }
}

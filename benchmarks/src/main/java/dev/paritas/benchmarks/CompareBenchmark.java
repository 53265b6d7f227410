package dev.paritas.benchmarks;

import dev.paritas.bridge.compare.Comparison;
import dev.paritas.bridge.compare.ExecutionComparator;
import dev.paritas.bridge.compare.ExecutionComparison;
import dev.paritas.bridge.compare.TraceStreamComparator;
import dev.paritas.semanticobjects.json.JsonOutput;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.SessionStatus;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A million events on each side, in memory and from files of lines. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Thread)
public class CompareBenchmark {
    private static final int EVENTS = 1_000_000;

    private final RunOutput left = run();
    private final RunOutput right = run();
    private Path lines = Path.of("");
    private Path copy = Path.of("");

    private static RunOutput run() {
        List<TraceEvent> trace = new ArrayList<>(EVENTS);
        for (int i = 0; i < EVENTS; i++) {
            trace.add(
                    i % 2 == 0
                            ? TraceEvent.sent(3L * i, 0, "Alice", "Bob", "tick")
                            : TraceEvent.received(3L * i, 0, "Alice", "Bob", "tick"));
        }
        return new RunOutput(
                trace,
                List.of(new SessionStatus(0, false)),
                EVENTS,
                1,
                RunOutput.COMPLETED,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                SemanticObjects.empty());
    }

    @Setup(Level.Trial)
    public void write() throws IOException {
        lines = Files.createTempFile("paritas-left", ".jsonl");
        copy = Files.createTempFile("paritas-right", ".jsonl");
        for (Path file : List.of(lines, copy)) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                for (TraceEvent event : left.trace()) {
                    out.write(JsonOutput.compactBytes(TraceEvent.RUNNER_CODEC, event));
                    out.write('\n');
                }
            }
        }
    }

    @TearDown(Level.Trial)
    public void remove() throws IOException {
        Files.delete(lines);
        Files.delete(copy);
    }

    @Benchmark
    public ExecutionComparison inMemory() {
        return ExecutionComparator.compare(left, right);
    }

    @Benchmark
    public Comparison fromFiles() throws IOException {
        return TraceStreamComparator.compare(lines, copy);
    }
}

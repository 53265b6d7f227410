package dev.paritas.benchmarks;

import dev.paritas.bridge.Choreography;
import dev.paritas.bridge.ProtocolMonitor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One event of an open session, its protocol a loop; {@code -prof gc} shows what an event allocates. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class MonitorBenchmark {
    private static final int EVENTS = 4;
    private static final int SESSIONS = 1024;

    private final ProtocolMonitor monitor = ProtocolMonitor.enforcing(Choreography.parse("""
            protocol Stream =
              roles Source, Sink
              rec Loop
                choice Source at
                  | Next =>
                    Source -> Sink : Item
                    continue Loop
                  | Done =>
                    Source -> Sink : Bye
            """));
    private final String[] sessions = new String[SESSIONS];
    private int next;

    public MonitorBenchmark() {
        for (int i = 0; i < SESSIONS; i++) {
            sessions[i] = "session-" + i;
        }
    }

    /** Two messages of one of many sessions, sent and received. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public ProtocolMonitor event() {
        String session = sessions[next];
        next = (next + 1) % SESSIONS;
        monitor.sent(session, "Source", "Sink", "Next");
        monitor.sent(session, "Source", "Sink", "Item");
        monitor.received(session, "Sink", "Source", "Next");
        monitor.received(session, "Sink", "Source", "Item");
        return monitor;
    }
}

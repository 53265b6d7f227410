package dev.paritas.benchmarks;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.machine.effect.PassThroughHandler;
import dev.paritas.machine.engine.MachineConfig;
import dev.paritas.machine.engine.ProtocolMachine;
import dev.paritas.machine.engine.RecordSink;
import dev.paritas.machine.engine.Recording;
import dev.paritas.machine.isa.CodeImage;
import dev.paritas.machine.ledger.RecordedEffect;
import dev.paritas.semanticobjects.effect.OutputConditionCheck;
import dev.paritas.semanticobjects.event.ObservableEvent;
import dev.paritas.semanticobjects.object.ProgressContract;
import dev.paritas.semanticobjects.object.ProgressTransition;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One round of the cooperative machine in a loop of two messages, by what is recorded. The streaming machine lives as
 * long as its trial, so a heap of fixed size shows that its memory is bounded.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx512m")
@State(Scope.Thread)
public class MachineBenchmark {
    private static final int ROUNDS = 1_000_000;
    private static final int KEPT_ROUNDS = 100_000;

    /** Counts what a streaming machine hands over. */
    private static final class CountingSink implements RecordSink {
        private long count;

        @Override
        public void event(ObservableEvent event) {
            count++;
        }

        @Override
        public void effect(RecordedEffect effect) {
            count++;
        }

        @Override
        public void contract(ProgressContract contract) {
            count++;
        }

        @Override
        public void transition(ProgressTransition transition) {
            count++;
        }

        @Override
        public void check(OutputConditionCheck check) {
            count++;
        }
    }

    private final PassThroughHandler handler = new PassThroughHandler();
    private final CountingSink sink = new CountingSink();
    private final CodeImage image = image();
    private ProtocolMachine unrecorded = machine(Recording.off());
    private ProtocolMachine streaming = machine(Recording.off());

    private static CodeImage image() {
        GlobalType loop = new GlobalType.Mu(
                "Loop",
                GlobalType.comm("A", "B", "ping", GlobalType.comm("B", "A", "tock", new GlobalType.Var("Loop"))));
        return CodeImage.of(loop);
    }

    private ProtocolMachine machine(Recording recording) {
        ProtocolMachine machine = new ProtocolMachine(MachineConfig.DEFAULT, recording);
        machine.loadChoreography(image);
        return machine;
    }

    @Setup(Level.Trial)
    public void load() {
        unrecorded = machine(Recording.off());
        streaming = machine(Recording.streaming(sink));
    }

    /** A million rounds at a time of one machine that never ends and records nothing. */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public long roundUnrecorded() {
        unrecorded.run(handler, ROUNDS);
        return unrecorded.tick();
    }

    /** A million rounds at a time of one machine that never ends and hands everything to a sink. */
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public long roundStreamed() {
        streaming.run(handler, ROUNDS);
        return streaming.tick() + sink.count;
    }

    /** Everything kept in memory; a new machine for each hundred thousand rounds. */
    @Benchmark
    @OperationsPerInvocation(KEPT_ROUNDS)
    @Fork(
            value = 1,
            jvmArgsAppend = {"-Xmx4g", "-XX:+UseParallelGC"})
    public long roundKept() {
        ProtocolMachine keeping = machine(Recording.inMemory());
        keeping.run(handler, KEPT_ROUNDS);
        return keeping.records().traceLength();
    }
}

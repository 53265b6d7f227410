package dev.paritas.app.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts what a row of hostile inputs did, and what each cost. What goes beyond {@link Limits} is a finding like any other.
 *
 * <p>{@code -Dparitas.hostile.inputs=N} asks for N inputs in all (a million where nothing is said),
 * {@code -Dparitas.hostile.seed=S} for others.
 */
final class HostileRun {
    private static final int SHOWN = 10;
    private static final int SHOWN_CHARS = 600;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /**
     * What a single input may cost.
     *
     * @param bytes of memory that it may allocate, and {@code bytesPerByte} more for each of its own bytes
     */
    record Limits(long millis, long bytes, long bytesPerByte) {
        static final Limits USUAL = new Limits(5_000, 64L << 20, 20_000);
    }

    /** Where the clocks stood when an input came. */
    record Start(long nanos, long cpuNanos, long allocated) {}

    /** What is done with one input. Throwing anything is a finding. */
    @FunctionalInterface
    interface Work {
        void on(byte[] input) throws Exception;
    }

    private final String name;
    private final Limits limits;
    private final List<String> findings = new ArrayList<>();
    private long inputs;
    private long bytes;
    private long nanos;
    private long cpuNanos;
    private long slowest;
    private long largest;

    HostileRun(String name) {
        this(name, Limits.USUAL);
    }

    HostileRun(String name, Limits limits) {
        this.name = name;
        this.limits = limits;
    }

    /** {@return how many inputs a part gets that has this share of one million} */
    static int share(int ofMillion) {
        return (int) Math.max(1, Long.getLong("paritas.hostile.inputs", 1_000_000) * ofMillion / 1_000_000);
    }

    static long seed() {
        return Long.getLong("paritas.hostile.seed", 20_261_129L);
    }

    void one(long number, byte[] input, Work work) {
        Start start = begin();
        try {
            work.on(input);
        } catch (Exception | AssertionError | StackOverflowError | OutOfMemoryError e) {
            finding(number, input, e.toString());
        }
        ended(number, input, start);
    }

    Start begin() {
        return new Start(
                System.nanoTime(), THREADS.getCurrentThreadCpuTime(), THREADS.getCurrentThreadAllocatedBytes());
    }

    /** Counts an input that has been worked on since {@code start}. */
    void ended(long number, byte[] input, Start start) {
        long took = System.nanoTime() - start.nanos();
        long memory = THREADS.getCurrentThreadAllocatedBytes() - start.allocated();
        if (took > limits.millis() * 1_000_000) {
            finding(number, input, "took " + took / 1_000_000 + " ms");
        }
        if (memory > limits.bytes() + limits.bytesPerByte() * input.length) {
            finding(number, input, "allocated " + memory + " bytes");
        }
        inputs++;
        bytes += input.length;
        nanos += took;
        cpuNanos += THREADS.getCurrentThreadCpuTime() - start.cpuNanos();
        slowest = Math.max(slowest, took);
        largest = Math.max(largest, memory);
    }

    void finding(long number, byte[] input, String what) {
        findings.add(
                "seed %d, input %d (%d bytes): %s%n    %s".formatted(seed(), number, input.length, what, shown(input)));
    }

    /** {@return so much of it that one can tell which it is} */
    static String shown(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        return text.length() > SHOWN_CHARS ? text.substring(0, SHOWN_CHARS) + "..." : text;
    }

    List<String> findings() {
        return List.copyOf(findings);
    }

    /** Prints the counts and fails when there is a finding. */
    void end() {
        System.out.printf(
                "%s: seed %d, %d inputs, %d findings; %.1f us an input (%.1f us of them at work), %.0f ns a byte, slowest %d ms, most allocated %.1f MB%n",
                name,
                seed(),
                inputs,
                findings.size(),
                nanos / 1e3 / inputs,
                cpuNanos / 1e3 / inputs,
                (double) nanos / Math.max(1, bytes),
                slowest / 1_000_000,
                largest / 1e6);
        assertThat(findings.stream().limit(SHOWN))
                .as("%s, %d findings", name, findings.size())
                .isEmpty();
    }
}

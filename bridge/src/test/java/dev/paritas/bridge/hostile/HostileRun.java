package dev.paritas.bridge.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts what a row of hostile inputs did, and what each cost. A single input may take {@link #MAX_MILLIS} and allocate
 * {@link #MAX_BYTES} and {@link #MAX_BYTES_PER_BYTE} for each of its bytes; what exceeds that is a finding like any other.
 *
 * <p>{@code -Dparitas.hostile.inputs=N} asks for N inputs in all (20,000 where nothing is said), {@code -Dparitas.hostile.seed=S} for others.
 */
final class HostileRun {
    private static final long MAX_MILLIS = 5_000;
    private static final long MAX_BYTES = 64L << 20;
    private static final long MAX_BYTES_PER_BYTE = 20_000;
    private static final int SHOWN = 10;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What is done with one input. Throwing anything is a finding. */
    @FunctionalInterface
    interface Work {
        void on(byte[] input) throws Exception;
    }

    private final String name;
    private final List<String> findings = new ArrayList<>();
    private long inputs;
    private long bytes;
    private long nanos;
    private long slowest;
    private long largest;

    HostileRun(String name) {
        this.name = name;
    }

    /** {@return how many inputs a part gets that has this share of one million} */
    static int share(int ofMillion) {
        return (int) Math.max(1, Long.getLong("paritas.hostile.inputs", 20_000) * ofMillion / 1_000_000);
    }

    static long seed() {
        return Long.getLong("paritas.hostile.seed", 20_261_129L);
    }

    void one(long number, byte[] input, Work work) {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        try {
            work.on(input);
        } catch (Exception | AssertionError | StackOverflowError | OutOfMemoryError e) {
            finding(number, input, e.toString());
        }
        long took = System.nanoTime() - start;
        long memory = THREADS.getCurrentThreadAllocatedBytes() - allocated;
        if (took > MAX_MILLIS * 1_000_000) {
            finding(number, input, "took " + took / 1_000_000 + " ms");
        }
        if (memory > MAX_BYTES + MAX_BYTES_PER_BYTE * input.length) {
            finding(number, input, "allocated " + memory + " bytes");
        }
        inputs++;
        bytes += input.length;
        nanos += took;
        slowest = Math.max(slowest, took);
        largest = Math.max(largest, memory);
    }

    private void finding(long number, byte[] input, String what) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        findings.add("seed %d, input %d (%d bytes): %s%n    %s"
                .formatted(
                        seed(),
                        number,
                        input.length,
                        what,
                        text.length() > 600 ? text.substring(0, 600) + "..." : text));
    }

    /** Prints the counts and fails when there is a finding. */
    void end() {
        System.out.printf(
                "%s: seed %d, %d inputs, %d findings; %.1f us an input, %.0f ns a byte, slowest %d ms, most allocated %.1f MB%n",
                name,
                seed(),
                inputs,
                findings.size(),
                nanos / 1e3 / inputs,
                (double) nanos / Math.max(1, bytes),
                slowest / 1_000_000,
                largest / 1e6);
        assertThat(findings.stream().limit(SHOWN))
                .as("%s, %d findings", name, findings.size())
                .isEmpty();
    }
}

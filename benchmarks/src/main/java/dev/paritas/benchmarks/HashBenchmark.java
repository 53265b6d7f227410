package dev.paritas.benchmarks;

import dev.paritas.heap.resource.Digest;
import dev.paritas.heap.resource.Hasher;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.apache.commons.codec.digest.Blake3;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The heap's BLAKE3 beside the library's own call and, for scale, SHA-256; a Merkle node has 79 bytes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HashBenchmark {
    @Param({"64", "79", "1024", "1048576"})
    public int bytes;

    private byte[] input = {};

    @Setup
    public void fill() {
        input = new byte[bytes];
        new SplittableRandom(7).nextBytes(input);
    }

    @Benchmark
    public Digest heapBlake3() {
        return Hasher.BLAKE3.digest(input);
    }

    @Benchmark
    public byte[] libraryBlake3() {
        return Blake3.hash(input);
    }

    @Benchmark
    public Digest heapSha256() {
        return Hasher.SHA_256.digest(input);
    }
}

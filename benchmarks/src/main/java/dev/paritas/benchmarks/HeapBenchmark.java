package dev.paritas.benchmarks;

import dev.paritas.heap.merkle.InclusionProof;
import dev.paritas.heap.merkle.MerkleTree;
import dev.paritas.heap.resource.Digest;
import dev.paritas.heap.resource.Hasher;
import dev.paritas.heap.resource.Resource;
import dev.paritas.heap.resource.ResourceId;
import dev.paritas.heap.state.Heap;
import dev.paritas.heap.state.HeapCommitment;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One operation on a heap of so many active resources. What moves no leaf is logarithmic; a root behind a moved leaf
 * costs a hash for every leaf behind it, as the published tree's shape asks (docs/heap.md).
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(jvmArgsAppend = "-Xmx2g")
public class HeapBenchmark {
    private static final int BATCH = 1_000;

    @Param({"100", "10000", "1000000"})
    public int resources;

    private final SplittableRandom random = new SplittableRandom(7);
    private Heap heap = Heap.empty();
    private List<ResourceId> active = List.of();
    private MerkleTree tree = MerkleTree.empty(Hasher.BLAKE3);
    private Digest leaf = Hasher.BLAKE3.digest(new byte[0]);
    private long next;

    @Setup
    public void fill() {
        for (int i = 0; i < resources; i++) {
            heap = heap.alloc(resource()).heap();
        }
        active = heap.activeIds();
        tree = heap.resourceTree();
        heap.commitment();
    }

    private Resource resource() {
        return new Resource.Session("role", next++);
    }

    @Benchmark
    public Heap.Allocated alloc() {
        return heap.alloc(resource());
    }

    @Benchmark
    public Heap consume() {
        return heap.consume(active.get(random.nextInt(active.size())));
    }

    @Benchmark
    public HeapCommitment rootUnchanged() {
        return heap.commitment();
    }

    @Benchmark
    public Optional<InclusionProof> proof() {
        return heap.resourceTree().prove(random.nextInt(resources));
    }

    /** The new leaf comes behind all others. */
    @Benchmark
    public Digest rootAfterLast() {
        return tree.withTail(resources, resources + 1, tail -> tail.accept(leaf))
                .root();
    }

    /** The new leaf lands anywhere, as digests do. */
    @Benchmark
    public Digest rootAfterAlloc() {
        return heap.alloc(resource()).heap().resourceTree().root();
    }

    /** A thousand allocations before the root is asked for; time for the thousand. */
    @Benchmark
    public Digest rootAfterThousand() {
        Heap changed = heap;
        for (int i = 0; i < BATCH; i++) {
            changed = changed.alloc(resource()).heap();
        }
        return changed.resourceTree().root();
    }
}

package dev.paritas.heap.replay;

import dev.paritas.heap.resource.Digest;
import dev.paritas.heap.resource.Hasher;
import dev.paritas.heap.resource.ResourceId;
import dev.paritas.heap.state.Heap;
import dev.paritas.heap.state.HeapError;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/**
 * An operation log run on an empty heap (spec 40 §10).
 *
 * @param heap after the last operation
 * @param operations the log with the digests that the heap computed in place of the recorded ones
 * @param allocated ids in the order of their allocation
 */
public record Replay(Heap heap, List<HeapOperation> operations, List<ResourceId> allocated) {
    public Replay {
        operations = List.copyOf(operations);
        allocated = List.copyOf(allocated);
    }

    /**
     * Runs the log. Recorded digests of allocations are not believed; compare {@link #operations} with the log to find
     * those that differ.
     *
     * @throws ProblemException ({@link RefusedOperation}) at the first operation that the heap refuses
     */
    public static Replay run(Hasher hasher, List<HeapOperation> log) {
        Heap heap = Heap.empty(hasher);
        List<HeapOperation> operations = new ArrayList<>(log.size());
        List<ResourceId> allocated = new ArrayList<>();
        for (int i = 0; i < log.size(); i++) {
            try {
                switch (log.get(i)) {
                    case HeapOperation.Alloc alloc -> {
                        Heap.Allocated next = heap.alloc(alloc.resource());
                        heap = next.heap();
                        allocated.add(next.id());
                        operations.add(alloc.recorded(next.id().digest().hex()));
                    }
                    case HeapOperation.Consume consume -> {
                        HeapOperation.IdText id = consume.resourceId();
                        heap = heap.consume(new ResourceId(Digest.ofHex(id.digestHex()), id.counter()));
                        operations.add(consume);
                    }
                }
            } catch (ProblemException e) {
                throw new ProblemException(new RefusedOperation(i, e.only(HeapError.class)));
            }
        }
        return new Replay(heap, operations, allocated);
    }
}

package dev.paritas.heap.replay;

import dev.paritas.heap.resource.Hasher;
import dev.paritas.heap.resource.ResourceId;
import dev.paritas.heap.state.Heap;
import java.util.ArrayList;
import java.util.List;

/** Performs operations on a heap and writes their log. Belongs to one thread. */
public final class OperationRecorder {
    private final List<HeapOperation> log = new ArrayList<>();
    private Heap heap;

    public OperationRecorder(Hasher hasher) {
        heap = Heap.empty(hasher);
    }

    public Heap heap() {
        return heap;
    }

    /** {@return the log so far} */
    public List<HeapOperation> log() {
        return List.copyOf(log);
    }

    public ResourceId allocChannel(String sender, String receiver) {
        return alloc(new HeapOperation.AllocChannel(sender, receiver, ""));
    }

    public ResourceId allocMessage(String source, String dest, String label, String payloadHex, long seqNo) {
        return alloc(new HeapOperation.AllocMessage(source, dest, label, payloadHex, seqNo, ""));
    }

    public ResourceId allocSession(String role, long typeHash) {
        return alloc(new HeapOperation.AllocSession(role, typeHash, ""));
    }

    /** @throws dev.paritas.semanticobjects.problem.ProblemException when the heap refuses */
    public void consume(ResourceId id) {
        heap = heap.consume(id);
        log.add(new HeapOperation.Consume(new HeapOperation.IdText(id.digest().hex(), id.counter())));
    }

    private ResourceId alloc(HeapOperation.Alloc operation) {
        Heap.Allocated allocated = heap.alloc(operation.resource());
        heap = allocated.heap();
        log.add(operation.recorded(allocated.id().digest().hex()));
        return allocated.id();
    }
}

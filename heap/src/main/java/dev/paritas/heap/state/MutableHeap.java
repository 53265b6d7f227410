package dev.paritas.heap.state;

import dev.paritas.heap.resource.Resource;
import dev.paritas.heap.resource.ResourceId;

/** A heap changed in place; a failed operation leaves it as it was. Belongs to one thread. */
public final class MutableHeap {
    private Heap heap;

    public MutableHeap(Heap heap) {
        this.heap = heap;
    }

    /** {@return the state of now, which later operations do not change} */
    public Heap heap() {
        return heap;
    }

    /** {@return the id of the resource allocated} */
    public ResourceId alloc(Resource resource) {
        Heap.Allocated allocated = heap.alloc(resource);
        heap = allocated.heap();
        return allocated.id();
    }

    /** @throws HeapException {@code AlreadyConsumed}, else {@code NotFound} */
    public void consume(ResourceId id) {
        heap = heap.consume(id);
    }
}

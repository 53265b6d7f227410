package dev.paritas.heap.state;

import dev.paritas.heap.merkle.MerkleTree;
import dev.paritas.heap.resource.Digest;
import dev.paritas.heap.resource.Hasher;
import dev.paritas.heap.resource.Preimages;
import dev.paritas.heap.resource.Resource;
import dev.paritas.heap.resource.ResourceEncoding;
import dev.paritas.heap.resource.ResourceId;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * An immutable resource heap (spec 40 §6): every operation gives a new heap and leaves this one as it was. Operations
 * cost O(log n) and share structure. Roots and proofs are made when asked for: O(log n) again while nothing moved, and
 * about one hash for every entry at or behind the first changed position after that (docs/heap.md).
 */
public final class Heap {
    /** An entry with the digest of its leaf in the tree that it is in now. */
    private record Entry(Resource resource, Digest leaf) {}

    /** A new heap and the id of what was allocated in it. */
    public record Allocated(ResourceId id, Heap heap) {}

    /** A new heap and the ids of what was allocated in it, in the order of the arguments. */
    public record AllocatedMany(List<ResourceId> ids, Heap heap) {
        public AllocatedMany {
            ids = List.copyOf(ids);
        }
    }

    private final Hasher hasher;
    private final OrderedIds<Entry> active;
    private final OrderedIds<Entry> consumed;
    private final LazyTree resourceTree;
    private final LazyTree nullifierTree;
    private final long counter;

    private Heap(
            Hasher hasher,
            OrderedIds<Entry> active,
            OrderedIds<Entry> consumed,
            LazyTree resourceTree,
            LazyTree nullifierTree,
            long counter) {
        this.hasher = hasher;
        this.active = active;
        this.consumed = consumed;
        this.resourceTree = resourceTree;
        this.nullifierTree = nullifierTree;
        this.counter = counter;
    }

    /** An empty heap under BLAKE3. */
    public static Heap empty() {
        return empty(Hasher.BLAKE3);
    }

    public static Heap empty(Hasher hasher) {
        return startingAt(hasher, 0);
    }

    /** An empty heap that has already counted to {@code counter}, unsigned. */
    static Heap startingAt(Hasher hasher, long counter) {
        LazyTree none = LazyTree.of(MerkleTree.empty(hasher));
        return new Heap(hasher, OrderedIds.empty(), OrderedIds.empty(), none, none, counter);
    }

    public Hasher hasher() {
        return hasher;
    }

    /** {@return the number of entries, consumed ones included} */
    public int size() {
        return active.size() + consumed.size();
    }

    public int activeCount() {
        return active.size();
    }

    public int nullifiedCount() {
        return consumed.size();
    }

    /** {@return the number of allocations so far, unsigned} */
    public long allocCounter() {
        return counter;
    }

    public boolean contains(ResourceId id) {
        return isActive(id) || isConsumed(id);
    }

    public boolean isConsumed(ResourceId id) {
        return consumed.contains(id);
    }

    public boolean isActive(ResourceId id) {
        return active.contains(id);
    }

    /** @throws ProblemException ({@link HeapError}) {@code Other} when all 2^64 counters are used up */
    public Allocated alloc(Resource resource) {
        if (counter == -1L) {
            throw new ProblemException(new HeapError.Other("the allocation counter is used up"));
        }
        byte[] bytes = ResourceEncoding.of(resource);
        ResourceId id = ResourceId.of(hasher, bytes, counter);
        Digest leaf = hasher.digest(Preimages.activeLeaf(id.digest().bytes(), bytes));
        return new Allocated(
                id,
                new Heap(
                        hasher,
                        active.with(id, new Entry(resource, leaf)),
                        consumed,
                        resourceTree.changedAt(active.rank(id)),
                        nullifierTree,
                        counter + 1));
    }

    /** A channel with an empty queue. */
    public Allocated allocChannel(String sender, String receiver) {
        return alloc(new Resource.Channel(sender, receiver));
    }

    public Allocated allocMessage(Resource.Message message) {
        return alloc(message);
    }

    public Allocated allocSession(String role, long typeHash) {
        return alloc(new Resource.Session(role, typeHash));
    }

    /** Allocates in list order. */
    public AllocatedMany allocMany(List<? extends Resource> resources) {
        List<ResourceId> ids = new ArrayList<>(resources.size());
        Heap heap = this;
        for (Resource resource : resources) {
            Allocated next = heap.alloc(resource);
            ids.add(next.id());
            heap = next.heap();
        }
        return new AllocatedMany(ids, heap);
    }

    /** @throws ProblemException ({@link HeapError}) {@code AlreadyConsumed}, else {@code NotFound} */
    public Resource read(ResourceId id) {
        return activeEntry(id).resource();
    }

    /** @throws ProblemException ({@link HeapError}) {@code AlreadyConsumed}, else {@code NotFound} */
    public Heap consume(ResourceId id) {
        Entry entry = activeEntry(id);
        Digest leaf = hasher.digest(Preimages.nullifierLeaf(id.digest().bytes()));
        return new Heap(
                hasher,
                active.without(id),
                consumed.with(id, new Entry(entry.resource(), leaf)),
                resourceTree.changedAt(active.rank(id)),
                nullifierTree.changedAt(consumed.rank(id)),
                counter);
    }

    /**
     * Consumes all or nothing. Each id is judged against this heap, so one that is listed twice is consumed once.
     *
     * @throws ProblemException ({@link HeapError}) that of the first id that cannot be consumed
     */
    public Heap consumeMany(List<ResourceId> ids) {
        ids.forEach(this::activeEntry);
        Heap heap = this;
        for (ResourceId id : ids) {
            if (heap.isActive(id)) {
                heap = heap.consume(id);
            }
        }
        return heap;
    }

    /**
     * Forgets an entry, active or consumed, and its nullifier.
     *
     * @throws ProblemException ({@link HeapError}) {@code NotFound}
     */
    public Heap remove(ResourceId id) {
        if (isActive(id)) {
            LazyTree tree = resourceTree.changedAt(active.rank(id));
            return new Heap(hasher, active.without(id), consumed, tree, nullifierTree, counter);
        }
        if (isConsumed(id)) {
            LazyTree tree = nullifierTree.changedAt(consumed.rank(id));
            return new Heap(hasher, active, consumed.without(id), resourceTree, tree, counter);
        }
        throw new ProblemException(new HeapError.NotFound(id));
    }

    /** {@return what can be read, in id order} */
    public SequencedMap<ResourceId, Resource> activeResources() {
        SequencedMap<ResourceId, Resource> resources = new LinkedHashMap<>();
        active.forEachFrom(0, (id, entry) -> resources.put(id, entry.resource()));
        return Collections.unmodifiableSequencedMap(resources);
    }

    /** {@return the ids of active entries in order} */
    public List<ResourceId> activeIds() {
        return ids(active);
    }

    /** {@return the nullifiers in order} */
    public List<ResourceId> consumedIds() {
        return ids(consumed);
    }

    /** {@return the tree over the active leaves, in id order} */
    public MerkleTree resourceTree() {
        return resourceTree.over(active, Entry::leaf);
    }

    /** {@return the tree over the nullifier leaves, in id order} */
    public MerkleTree nullifierTree() {
        return nullifierTree.over(consumed, Entry::leaf);
    }

    public HeapCommitment commitment() {
        return new HeapCommitment(resourceTree().root(), nullifierTree().root(), counter);
    }

    private Entry activeEntry(ResourceId id) {
        return active.get(id)
                .orElseThrow(() -> new ProblemException(
                        isConsumed(id) ? new HeapError.AlreadyConsumed(id) : new HeapError.NotFound(id)));
    }

    private static List<ResourceId> ids(OrderedIds<Entry> entries) {
        List<ResourceId> ids = new ArrayList<>(entries.size());
        entries.forEachFrom(0, (id, entry) -> ids.add(id));
        return List.copyOf(ids);
    }

    /** Equal heaps hold equal entries in equal states under one counter and one hash. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Heap that
                && counter == that.counter
                && hasher.equals(that.hasher)
                && activeResources().equals(that.activeResources())
                && consumedIds().equals(that.consumedIds());
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(counter) + size();
    }

    @Override
    public String toString() {
        return "Heap(" + activeCount() + " active, " + nullifiedCount() + " consumed, counter "
                + Long.toUnsignedString(counter) + ")";
    }
}

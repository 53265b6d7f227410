package dev.paritas.heap.state;

import dev.paritas.heap.resource.Digest;
import dev.paritas.heap.resource.Hasher;
import dev.paritas.heap.resource.Preimages;

/**
 * What a heap commits to (spec 40 §9).
 *
 * @param counter of allocations, unsigned 64-bit
 */
public record HeapCommitment(Digest resourceRoot, Digest nullifierRoot, long counter) {
    public byte[] preimage() {
        return Preimages.commitment(resourceRoot.bytes(), nullifierRoot.bytes(), counter);
    }

    /** {@return the single digest of the heap} */
    public Digest hash(Hasher hasher) {
        return hasher.digest(preimage());
    }
}

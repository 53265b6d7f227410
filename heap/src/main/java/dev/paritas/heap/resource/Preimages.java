package dev.paritas.heap.resource;

/**
 * What is hashed, by domain (spec 40 §4). Arguments are taken as they are: digests of any length, resource bytes with or
 * without a prelude.
 */
public final class Preimages {
    private Preimages() {}

    /**
     * {@return the preimage of a resource id}
     *
     * @param counter of the allocation, unsigned
     */
    public static byte[] resourceId(byte[] resource, long counter) {
        return CanonicalBytes.of(Tag.RESOURCE_ID, 19L + resource.length)
                .slice(resource)
                .u64(counter)
                .array();
    }

    /** {@return the preimage of a leaf of the resource tree} */
    public static byte[] activeLeaf(byte[] idDigest, byte[] resource) {
        return CanonicalBytes.of(Tag.ACTIVE_LEAF, 15L + idDigest.length + resource.length)
                .slice(idDigest)
                .slice(resource)
                .array();
    }

    /** {@return the preimage of a leaf of the nullifier tree} */
    public static byte[] nullifierLeaf(byte[] idDigest) {
        return CanonicalBytes.of(Tag.NULLIFIER_LEAF, 11L + idDigest.length)
                .slice(idDigest)
                .array();
    }

    /** {@return the preimage of an inner node} */
    public static byte[] merkleNode(byte[] left, byte[] right) {
        return CanonicalBytes.of(Tag.MERKLE_NODE, 15L + left.length + right.length)
                .slice(left)
                .slice(right)
                .array();
    }

    /**
     * {@return the preimage of a heap commitment}
     *
     * @param counter of the heap, unsigned
     */
    public static byte[] commitment(byte[] resourceRoot, byte[] nullifierRoot, long counter) {
        return CanonicalBytes.of(Tag.COMMITMENT, 23L + resourceRoot.length + nullifierRoot.length)
                .slice(resourceRoot)
                .slice(nullifierRoot)
                .u64(counter)
                .array();
    }
}

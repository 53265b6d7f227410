package dev.paritas.heap.resource;

import java.util.HexFormat;

/**
 * The id of one allocation: unique for it, not for its content (spec 40 §5). Ordered by digest bytes, then counter, both
 * unsigned.
 *
 * @param counter of the heap before the allocation, unsigned 64-bit
 */
public record ResourceId(Digest digest, long counter) implements Comparable<ResourceId> {
    /** {@return the id of the resource with these canonical bytes, allocated at {@code counter}} */
    public static ResourceId of(Hasher hasher, byte[] resource, long counter) {
        return new ResourceId(hasher.digest(Preimages.resourceId(resource, counter)), counter);
    }

    /** {@return first four bytes of the digest in hex, a colon, the counter in decimal} */
    public String shortForm() {
        return HexFormat.of().toHexDigits((int) (digest.word0() >>> 32)) + ":" + Long.toUnsignedString(counter);
    }

    /** {@return {@code ResourceId<blake3>(5a22a0e6:1)}} */
    public String debugForm(Hasher hasher) {
        return "ResourceId<" + hasher.name() + ">(" + shortForm() + ")";
    }

    @Override
    public int compareTo(ResourceId other) {
        int order = digest.compareTo(other.digest);
        return order == 0 ? Long.compareUnsigned(counter, other.counter) : order;
    }

    @Override
    public String toString() {
        return shortForm();
    }
}

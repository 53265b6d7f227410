package dev.paritas.heap.merkle;

import dev.paritas.heap.resource.Digest;
import dev.paritas.heap.resource.Hasher;
import dev.paritas.heap.resource.Preimages;

/** {@code (left, right) -> digest of their parent}; reuses one preimage, so it belongs to one thread. */
final class NodeHash {
    private static final int LEFT = 7 + Integer.BYTES;
    private static final int RIGHT = LEFT + Digest.SIZE + Integer.BYTES;

    private final Hasher hasher;
    private final byte[] preimage = Preimages.merkleNode(new byte[Digest.SIZE], new byte[Digest.SIZE]);

    NodeHash(Hasher hasher) {
        this.hasher = hasher;
    }

    Digest of(Digest left, Digest right) {
        left.put(preimage, LEFT);
        right.put(preimage, RIGHT);
        return hasher.digest(preimage);
    }
}

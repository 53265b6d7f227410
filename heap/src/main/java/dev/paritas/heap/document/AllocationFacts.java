package dev.paritas.heap.document;

import dev.paritas.heap.resource.Hasher;
import dev.paritas.heap.resource.Preimages;
import dev.paritas.heap.resource.Resource;
import dev.paritas.heap.resource.ResourceEncoding;
import dev.paritas.heap.resource.ResourceId;
import java.util.HexFormat;

/** Bytes, preimages and digests of one allocation, computed when asked for, as hex. */
record AllocationFacts(Hasher hasher, byte[] bytes, ResourceId id) {
    static AllocationFacts of(Hasher hasher, Resource resource, long counter) {
        byte[] bytes = ResourceEncoding.of(resource);
        return new AllocationFacts(hasher, bytes, ResourceId.of(hasher, bytes, counter));
    }

    String canonicalBytesHex() {
        return hex(bytes);
    }

    String idDigestHex() {
        return id.digest().hex();
    }

    String idPreimageHex() {
        return hex(Preimages.resourceId(bytes, id.counter()));
    }

    String activeLeafHex() {
        return hasher.digest(activeLeafPreimage()).hex();
    }

    String activeLeafPreimageHex() {
        return hex(activeLeafPreimage());
    }

    String nullifierLeafHex() {
        return hasher.digest(nullifierLeafPreimage()).hex();
    }

    String nullifierLeafPreimageHex() {
        return hex(nullifierLeafPreimage());
    }

    private byte[] activeLeafPreimage() {
        return Preimages.activeLeaf(id.digest().bytes(), bytes);
    }

    private byte[] nullifierLeafPreimage() {
        return Preimages.nullifierLeaf(id.digest().bytes());
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}

package dev.paritas.heap.document;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/**
 * The commitment in a runner's output.
 *
 * @param counter unsigned 64-bit
 */
public record HeapParityCommitment(String resourceRootHex, String nullifierRootHex, long counter) {
    public static final Codec<HeapParityCommitment> CODEC = ObjectCodec.of("HeapParityCommitment", m -> {
        var resourceRoot = m.required("resource_root_hex", Codec.STRING, HeapParityCommitment::resourceRootHex);
        var nullifierRoot = m.required("nullifier_root_hex", Codec.STRING, HeapParityCommitment::nullifierRootHex);
        var counter = m.required("counter", Codec.U64, HeapParityCommitment::counter);
        return in -> new HeapParityCommitment(in.get(resourceRoot), in.get(nullifierRoot), in.get(counter));
    });
}

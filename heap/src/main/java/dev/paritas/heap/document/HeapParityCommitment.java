package dev.paritas.heap.document;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/**
 * The commitment in a runner's output.
 *
 * @param counter unsigned 64-bit
 */
public record HeapParityCommitment(String resourceRootHex, String nullifierRootHex, long counter) {
    public static final Codec<HeapParityCommitment> CODEC = ObjectCodec.of(
            "HeapParityCommitment",
            field("resource_root_hex", Codec.STRING, HeapParityCommitment::resourceRootHex),
            field("nullifier_root_hex", Codec.STRING, HeapParityCommitment::nullifierRootHex),
            field("counter", Codec.U64, HeapParityCommitment::counter),
            HeapParityCommitment::new);
}

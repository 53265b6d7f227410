package dev.paritas.heap.document;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** What a runner says about the message; the last two members are echoes of the corpus (spec 40 §13.3). */
public record HeapParityResourceFixtureOutput(
        String canonicalBytesHex,
        String resourceIdPreimageHex,
        String resourceLeafPreimageHex,
        String nullifierLeafPreimageHex,
        String resourceIdDigestHex,
        String nullifierLeafHex) {
    public static final Codec<HeapParityResourceFixtureOutput> CODEC = ObjectCodec.of(
            "HeapParityResourceFixtureOutput",
            field("canonical_bytes_hex", Codec.STRING, HeapParityResourceFixtureOutput::canonicalBytesHex),
            field("resource_id_preimage_hex", Codec.STRING, HeapParityResourceFixtureOutput::resourceIdPreimageHex),
            field("resource_leaf_preimage_hex", Codec.STRING, HeapParityResourceFixtureOutput::resourceLeafPreimageHex),
            field(
                    "nullifier_leaf_preimage_hex",
                    Codec.STRING,
                    HeapParityResourceFixtureOutput::nullifierLeafPreimageHex),
            field("resource_id_digest_hex", Codec.STRING, HeapParityResourceFixtureOutput::resourceIdDigestHex),
            field("nullifier_leaf_hex", Codec.STRING, HeapParityResourceFixtureOutput::nullifierLeafHex),
            HeapParityResourceFixtureOutput::new);
}

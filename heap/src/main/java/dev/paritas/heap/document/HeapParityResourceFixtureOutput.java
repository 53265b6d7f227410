package dev.paritas.heap.document;

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
    public static final Codec<HeapParityResourceFixtureOutput> CODEC =
            ObjectCodec.of("HeapParityResourceFixtureOutput", m -> {
                var canonical = m.required(
                        "canonical_bytes_hex", Codec.STRING, HeapParityResourceFixtureOutput::canonicalBytesHex);
                var idPreimage = m.required(
                        "resource_id_preimage_hex",
                        Codec.STRING,
                        HeapParityResourceFixtureOutput::resourceIdPreimageHex);
                var leafPreimage = m.required(
                        "resource_leaf_preimage_hex",
                        Codec.STRING,
                        HeapParityResourceFixtureOutput::resourceLeafPreimageHex);
                var nullifierPreimage = m.required(
                        "nullifier_leaf_preimage_hex",
                        Codec.STRING,
                        HeapParityResourceFixtureOutput::nullifierLeafPreimageHex);
                var idDigest = m.required(
                        "resource_id_digest_hex", Codec.STRING, HeapParityResourceFixtureOutput::resourceIdDigestHex);
                var nullifier = m.required(
                        "nullifier_leaf_hex", Codec.STRING, HeapParityResourceFixtureOutput::nullifierLeafHex);
                return in -> new HeapParityResourceFixtureOutput(
                        in.get(canonical),
                        in.get(idPreimage),
                        in.get(leafPreimage),
                        in.get(nullifierPreimage),
                        in.get(idDigest),
                        in.get(nullifier));
            });
}

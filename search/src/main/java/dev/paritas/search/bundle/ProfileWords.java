package dev.paritas.search.bundle;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** One word for each scheduler profile. An unknown word is a difference, not an error of the document. */
public record ProfileWords(
        String canonicalSerial,
        String threadedExactSingleLane,
        String batchedParallelExact,
        String batchedParallelEnvelopeBounded) {
    public static final Codec<ProfileWords> CODEC = ObjectCodec.of(
            "ProfileWords",
            field("canonical_serial", Codec.STRING, ProfileWords::canonicalSerial),
            field("threaded_exact_single_lane", Codec.STRING, ProfileWords::threadedExactSingleLane),
            field("batched_parallel_exact", Codec.STRING, ProfileWords::batchedParallelExact),
            field("batched_parallel_envelope_bounded", Codec.STRING, ProfileWords::batchedParallelEnvelopeBounded),
            ProfileWords::new);
}

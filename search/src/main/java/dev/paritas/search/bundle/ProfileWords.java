package dev.paritas.search.bundle;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** One word for each scheduler profile. An unknown word is a difference, not an error of the document. */
public record ProfileWords(
        String canonicalSerial,
        String threadedExactSingleLane,
        String batchedParallelExact,
        String batchedParallelEnvelopeBounded) {
    public static final Codec<ProfileWords> CODEC = ObjectCodec.of("ProfileWords", m -> {
        var canonical = m.required("canonical_serial", Codec.STRING, ProfileWords::canonicalSerial);
        var threaded = m.required("threaded_exact_single_lane", Codec.STRING, ProfileWords::threadedExactSingleLane);
        var exact = m.required("batched_parallel_exact", Codec.STRING, ProfileWords::batchedParallelExact);
        var envelope = m.required(
                "batched_parallel_envelope_bounded", Codec.STRING, ProfileWords::batchedParallelEnvelopeBounded);
        return in -> new ProfileWords(in.get(canonical), in.get(threaded), in.get(exact), in.get(envelope));
    });
}

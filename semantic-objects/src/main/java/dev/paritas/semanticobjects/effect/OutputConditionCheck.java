package dev.paritas.semanticobjects.effect;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import org.jspecify.annotations.Nullable;

/** One verdict of the output gate (spec 20 §15.6). */
public record OutputConditionCheck(Meta meta, boolean passed) {
    /** The predicate when the handler gives no hint. */
    public static final String DEFAULT_PREDICATE = "protocol_machine.observable_output";

    /** The machine computes no digest of its output. */
    public static final String UNSPECIFIED_DIGEST = "machine.output_digest.unspecified";

    /** What was checked. */
    public record Meta(String predicateRef, @Nullable String witnessRef, String outputDigest) {
        public static final Codec<Meta> CODEC = ObjectCodec.of("OutputConditionMeta", m -> {
            var predicateRef = m.required("predicate_ref", Codec.STRING, Meta::predicateRef);
            var witnessRef = m.nullable("witness_ref", Codec.STRING, Meta::witnessRef);
            var outputDigest = m.required("output_digest", Codec.STRING, Meta::outputDigest);
            return in -> new Meta(in.get(predicateRef), in.get(witnessRef), in.get(outputDigest));
        });
    }

    public static final Codec<OutputConditionCheck> CODEC = ObjectCodec.of("OutputConditionCheck", m -> {
        var meta = m.required("meta", Meta.CODEC, OutputConditionCheck::meta);
        var passed = m.required("passed", Codec.BOOL, OutputConditionCheck::passed);
        return in -> new OutputConditionCheck(in.get(meta), in.get(passed));
    });
}

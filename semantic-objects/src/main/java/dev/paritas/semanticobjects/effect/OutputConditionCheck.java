package dev.paritas.semanticobjects.effect;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

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
        public static final Codec<Meta> CODEC = ObjectCodec.of(
                "OutputConditionMeta",
                field("predicate_ref", Codec.STRING, Meta::predicateRef),
                nullable("witness_ref", Codec.STRING, Meta::witnessRef),
                field("output_digest", Codec.STRING, Meta::outputDigest),
                Meta::new);
    }

    public static final Codec<OutputConditionCheck> CODEC = ObjectCodec.of(
            "OutputConditionCheck",
            field("meta", Meta.CODEC, OutputConditionCheck::meta),
            field("passed", Codec.BOOL, OutputConditionCheck::passed),
            OutputConditionCheck::new);
}

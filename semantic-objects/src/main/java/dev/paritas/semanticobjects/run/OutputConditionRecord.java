package dev.paritas.semanticobjects.run;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import org.jspecify.annotations.Nullable;

/** One verdict of the output gate in the bridge's flat form (spec 22 §14.3). */
public record OutputConditionRecord(
        String predicateRef, @Nullable String witnessRef, String outputDigest, boolean passed) {
    public static final Codec<OutputConditionRecord> CODEC = ObjectCodec.of(
            "OutputConditionRecord",
            field("predicate_ref", Codec.STRING, OutputConditionRecord::predicateRef),
            nullable("witness_ref", Codec.STRING, OutputConditionRecord::witnessRef),
            field("output_digest", Codec.STRING, OutputConditionRecord::outputDigest),
            field("passed", Codec.BOOL, OutputConditionRecord::passed),
            OutputConditionRecord::new);
}

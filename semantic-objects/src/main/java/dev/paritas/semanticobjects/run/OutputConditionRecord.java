package dev.paritas.semanticobjects.run;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import org.jspecify.annotations.Nullable;

/** One verdict of the output gate in the bridge's flat form (spec 22 §14.3). */
public record OutputConditionRecord(
        String predicateRef, @Nullable String witnessRef, String outputDigest, boolean passed) {
    public static final Codec<OutputConditionRecord> CODEC = ObjectCodec.of("OutputConditionRecord", m -> {
        var predicateRef = m.required("predicate_ref", Codec.STRING, OutputConditionRecord::predicateRef);
        var witnessRef = m.nullable("witness_ref", Codec.STRING, OutputConditionRecord::witnessRef);
        var outputDigest = m.required("output_digest", Codec.STRING, OutputConditionRecord::outputDigest);
        var passed = m.required("passed", Codec.BOOL, OutputConditionRecord::passed);
        return in -> new OutputConditionRecord(
                in.get(predicateRef), in.get(witnessRef), in.get(outputDigest), in.get(passed));
    });
}

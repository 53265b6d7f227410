package dev.paritas.semanticobjects.effect;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.value.DebugText;
import org.jspecify.annotations.Nullable;

/** What the handler suggests the output gate should check (spec 30 §6.3). */
public record OutputConditionHint(
        String predicateRef, @Nullable String witnessRef) {
    public static final Codec<OutputConditionHint> CODEC = ObjectCodec.of(
            "OutputConditionHint",
            field("predicate_ref", Codec.STRING, OutputConditionHint::predicateRef),
            nullable("witness_ref", Codec.STRING, OutputConditionHint::witnessRef),
            OutputConditionHint::new);

    public String debugText() {
        return DebugText.struct(
                "OutputConditionHint",
                "predicate_ref",
                DebugText.quoted(predicateRef),
                "witness_ref",
                DebugText.option(witnessRef == null ? null : DebugText.quoted(witnessRef)));
    }
}

package dev.paritas.semanticobjects.effect;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ObjectCodec;
import org.jspecify.annotations.Nullable;

/** One entry of the effect trace (spec 21 §8). */
public record EffectTraceEntry(
        long effectId,
        String effectKind,
        JsonValue inputs,
        JsonValue outputs,
        String handlerIdentity,
        @Nullable String effectInterface,
        @Nullable String effectOperation,
        long orderingKey,
        @Nullable TopologyEvent topology) {
    public static final Codec<EffectTraceEntry> CODEC = ObjectCodec.of(
            "EffectTraceEntry",
            field("effect_id", Codec.U64, EffectTraceEntry::effectId),
            field("effect_kind", Codec.STRING, EffectTraceEntry::effectKind),
            field("inputs", JsonValue.CODEC, EffectTraceEntry::inputs),
            field("outputs", JsonValue.CODEC, EffectTraceEntry::outputs),
            field("handler_identity", Codec.STRING, EffectTraceEntry::handlerIdentity),
            nullable("effect_interface", Codec.STRING, EffectTraceEntry::effectInterface),
            nullable("effect_operation", Codec.STRING, EffectTraceEntry::effectOperation),
            field("ordering_key", Codec.U64, EffectTraceEntry::orderingKey),
            nullable("topology", TopologyEvent.CODEC, EffectTraceEntry::topology),
            EffectTraceEntry::new);
}

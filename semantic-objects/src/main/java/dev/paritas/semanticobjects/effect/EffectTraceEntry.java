package dev.paritas.semanticobjects.effect;

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
    public static final Codec<EffectTraceEntry> CODEC = ObjectCodec.of("EffectTraceEntry", m -> {
        var effectId = m.required("effect_id", Codec.U64, EffectTraceEntry::effectId);
        var effectKind = m.required("effect_kind", Codec.STRING, EffectTraceEntry::effectKind);
        var inputs = m.required("inputs", JsonValue.CODEC, EffectTraceEntry::inputs);
        var outputs = m.required("outputs", JsonValue.CODEC, EffectTraceEntry::outputs);
        var handlerIdentity = m.required("handler_identity", Codec.STRING, EffectTraceEntry::handlerIdentity);
        var effectInterface = m.nullable("effect_interface", Codec.STRING, EffectTraceEntry::effectInterface);
        var effectOperation = m.nullable("effect_operation", Codec.STRING, EffectTraceEntry::effectOperation);
        var orderingKey = m.required("ordering_key", Codec.U64, EffectTraceEntry::orderingKey);
        var topology = m.nullable("topology", TopologyEvent.CODEC, EffectTraceEntry::topology);
        return in -> new EffectTraceEntry(
                in.get(effectId),
                in.get(effectKind),
                in.get(inputs),
                in.get(outputs),
                in.get(handlerIdentity),
                in.get(effectInterface),
                in.get(effectOperation),
                in.get(orderingKey),
                in.get(topology));
    });
}

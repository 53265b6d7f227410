package dev.paritas.semanticobjects.effect;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** A request with its outcome, as recorded (spec 21 §7.5). */
public record EffectExchange(
        long effectId, String handlerIdentity, long orderingKey, EffectRequest request, EffectOutcome outcome) {
    public static final Codec<EffectExchange> CODEC = ObjectCodec.of("EffectExchange", m -> {
        var effectId = m.required("effect_id", Codec.U64, EffectExchange::effectId);
        var handlerIdentity = m.required("handler_identity", Codec.STRING, EffectExchange::handlerIdentity);
        var orderingKey = m.required("ordering_key", Codec.U64, EffectExchange::orderingKey);
        var request = m.required("request", EffectRequest.CODEC, EffectExchange::request);
        var outcome = m.required("outcome", EffectOutcome.CODEC, EffectExchange::outcome);
        return in -> new EffectExchange(
                in.get(effectId), in.get(handlerIdentity), in.get(orderingKey), in.get(request), in.get(outcome));
    });
}

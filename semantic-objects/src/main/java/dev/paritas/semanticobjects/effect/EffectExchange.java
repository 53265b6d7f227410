package dev.paritas.semanticobjects.effect;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;

/** A request with its outcome, as recorded (spec 21 §7.5). */
public record EffectExchange(
        long effectId, String handlerIdentity, long orderingKey, EffectRequest request, EffectOutcome outcome) {
    public static final Codec<EffectExchange> CODEC = ObjectCodec.of(
            "EffectExchange",
            field("effect_id", Codec.U64, EffectExchange::effectId),
            field("handler_identity", Codec.STRING, EffectExchange::handlerIdentity),
            field("ordering_key", Codec.U64, EffectExchange::orderingKey),
            field("request", EffectRequest.CODEC, EffectExchange::request),
            field("outcome", EffectOutcome.CODEC, EffectExchange::outcome),
            EffectExchange::new);
}

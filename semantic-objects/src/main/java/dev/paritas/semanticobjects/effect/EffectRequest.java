package dev.paritas.semanticobjects.effect;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import org.jspecify.annotations.Nullable;

/** One request to the handler; the recorded copy carries its effect id (spec 30 §6.3). */
public record EffectRequest(
        @Nullable Long effectId,
        long tick,
        @Nullable Long session,
        @Nullable String operationId,
        EffectMetadata metadata,
        EffectRequestBody body) {
    public static final Codec<EffectRequest> CODEC = ObjectCodec.of(
            "EffectRequest",
            nullable("effect_id", Codec.U64, EffectRequest::effectId),
            field("tick", Codec.U64, EffectRequest::tick),
            nullable("session", Codec.U64, EffectRequest::session),
            nullable("operation_id", Codec.STRING, EffectRequest::operationId),
            field("metadata", EffectMetadata.CODEC, EffectRequest::metadata),
            field("body", EffectRequestBody.CODEC, EffectRequest::body),
            EffectRequest::new);

    /** {@return this request with the id it was recorded under} */
    public EffectRequest withEffectId(long id) {
        return new EffectRequest(id, tick, session, operationId, metadata, body);
    }
}

package dev.paritas.semanticobjects.effect;

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
    public static final Codec<EffectRequest> CODEC = ObjectCodec.of("EffectRequest", m -> {
        var effectId = m.nullable("effect_id", Codec.U64, EffectRequest::effectId);
        var tick = m.required("tick", Codec.U64, EffectRequest::tick);
        var session = m.nullable("session", Codec.U64, EffectRequest::session);
        var operationId = m.nullable("operation_id", Codec.STRING, EffectRequest::operationId);
        var metadata = m.required("metadata", EffectMetadata.CODEC, EffectRequest::metadata);
        var body = m.required("body", EffectRequestBody.CODEC, EffectRequest::body);
        return in -> new EffectRequest(
                in.get(effectId), in.get(tick), in.get(session), in.get(operationId), in.get(metadata), in.get(body));
    });

    /** {@return this request with the id it was recorded under} */
    public EffectRequest withEffectId(long id) {
        return new EffectRequest(id, tick, session, operationId, metadata, body);
    }
}

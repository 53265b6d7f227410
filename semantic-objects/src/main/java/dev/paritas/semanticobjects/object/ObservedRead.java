package dev.paritas.semanticobjects.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import org.jspecify.annotations.Nullable;

/** A read of an effect that was merely observed (spec 30 §4.6). */
public record ObservedRead(
        String readId,
        @Nullable Long session,
        long effectId,
        @Nullable String effectInterface,
        @Nullable String effectOperation,
        String handlerIdentity,
        OutstandingEffectStatus status) {
    public static final Codec<ObservedRead> CODEC = ObjectCodec.of("ObservedRead", m -> {
        var readId = m.required("read_id", Codec.STRING, ObservedRead::readId);
        var session = m.nullable("session", Codec.U64, ObservedRead::session);
        var effectId = m.required("effect_id", Codec.U64, ObservedRead::effectId);
        var effectInterface = m.nullable("effect_interface", Codec.STRING, ObservedRead::effectInterface);
        var effectOperation = m.nullable("effect_operation", Codec.STRING, ObservedRead::effectOperation);
        var handlerIdentity = m.required("handler_identity", Codec.STRING, ObservedRead::handlerIdentity);
        var status = m.required("status", OutstandingEffectStatus.CODEC, ObservedRead::status);
        return in -> new ObservedRead(
                in.get(readId),
                in.get(session),
                in.get(effectId),
                in.get(effectInterface),
                in.get(effectOperation),
                in.get(handlerIdentity),
                in.get(status));
    });
}

package dev.paritas.semanticobjects.object;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.object.OutstandingEffect.OutstandingEffectStatus;
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
    public static final Codec<ObservedRead> CODEC = ObjectCodec.of(
            "ObservedRead",
            field("read_id", Codec.STRING, ObservedRead::readId),
            nullable("session", Codec.U64, ObservedRead::session),
            field("effect_id", Codec.U64, ObservedRead::effectId),
            nullable("effect_interface", Codec.STRING, ObservedRead::effectInterface),
            nullable("effect_operation", Codec.STRING, ObservedRead::effectOperation),
            field("handler_identity", Codec.STRING, ObservedRead::handlerIdentity),
            field("status", OutstandingEffectStatus.CODEC, ObservedRead::status),
            ObservedRead::new);
}

package dev.paritas.semanticobjects.object;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;
import org.jspecify.annotations.Nullable;

/** One effect of an operation, finished or not (spec 30 §4.2). */
public record OutstandingEffect(
        long effectId,
        String operationId,
        @Nullable Long session,
        @Nullable String ownerId,
        @Nullable String effectInterface,
        @Nullable String effectOperation,
        String effectKind,
        String handlerIdentity,
        OutstandingEffectStatus status,
        long orderingKey,
        @Nullable Long budgetTicks,
        String retryPolicy,
        String invalidationToken,
        @Nullable Long completedAtTick,
        JsonValue inputs,
        JsonValue outputs) {
    public static final Codec<OutstandingEffect> CODEC = ObjectCodec.of(
            "OutstandingEffect",
            field("effect_id", Codec.U64, OutstandingEffect::effectId),
            field("operation_id", Codec.STRING, OutstandingEffect::operationId),
            nullable("session", Codec.U64, OutstandingEffect::session),
            nullable("owner_id", Codec.STRING, OutstandingEffect::ownerId),
            nullable("effect_interface", Codec.STRING, OutstandingEffect::effectInterface),
            nullable("effect_operation", Codec.STRING, OutstandingEffect::effectOperation),
            field("effect_kind", Codec.STRING, OutstandingEffect::effectKind),
            field("handler_identity", Codec.STRING, OutstandingEffect::handlerIdentity),
            field("status", OutstandingEffectStatus.CODEC, OutstandingEffect::status),
            field("ordering_key", Codec.U64, OutstandingEffect::orderingKey),
            nullable("budget_ticks", Codec.U64, OutstandingEffect::budgetTicks),
            field("retry_policy", Codec.STRING, OutstandingEffect::retryPolicy),
            field("invalidation_token", Codec.STRING, OutstandingEffect::invalidationToken),
            nullable("completed_at_tick", Codec.U64, OutstandingEffect::completedAtTick),
            field("inputs", JsonValue.CODEC, OutstandingEffect::inputs),
            field("outputs", JsonValue.CODEC, OutstandingEffect::outputs),
            OutstandingEffect::new);

    /** Where an effect stands (spec 30 §3). */
    public enum OutstandingEffectStatus {
        PENDING,
        BLOCKED,
        SUCCEEDED,
        FAILED,
        CANCELLED,
        INVALIDATED;

        public static final WordCodec<OutstandingEffectStatus> CODEC =
                WordCodec.snakeCase(OutstandingEffectStatus.class);
    }
}

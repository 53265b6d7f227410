package dev.paritas.semanticobjects.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.json.ObjectCodec;
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
    public static final Codec<OutstandingEffect> CODEC = ObjectCodec.of("OutstandingEffect", m -> {
        var effectId = m.required("effect_id", Codec.U64, OutstandingEffect::effectId);
        var operationId = m.required("operation_id", Codec.STRING, OutstandingEffect::operationId);
        var session = m.nullable("session", Codec.U64, OutstandingEffect::session);
        var ownerId = m.nullable("owner_id", Codec.STRING, OutstandingEffect::ownerId);
        var effectInterface = m.nullable("effect_interface", Codec.STRING, OutstandingEffect::effectInterface);
        var effectOperation = m.nullable("effect_operation", Codec.STRING, OutstandingEffect::effectOperation);
        var effectKind = m.required("effect_kind", Codec.STRING, OutstandingEffect::effectKind);
        var handlerIdentity = m.required("handler_identity", Codec.STRING, OutstandingEffect::handlerIdentity);
        var status = m.required("status", OutstandingEffectStatus.CODEC, OutstandingEffect::status);
        var orderingKey = m.required("ordering_key", Codec.U64, OutstandingEffect::orderingKey);
        var budgetTicks = m.nullable("budget_ticks", Codec.U64, OutstandingEffect::budgetTicks);
        var retryPolicy = m.required("retry_policy", Codec.STRING, OutstandingEffect::retryPolicy);
        var invalidationToken = m.required("invalidation_token", Codec.STRING, OutstandingEffect::invalidationToken);
        var completedAtTick = m.nullable("completed_at_tick", Codec.U64, OutstandingEffect::completedAtTick);
        var inputs = m.required("inputs", JsonValue.CODEC, OutstandingEffect::inputs);
        var outputs = m.required("outputs", JsonValue.CODEC, OutstandingEffect::outputs);
        return in -> new OutstandingEffect(
                in.get(effectId),
                in.get(operationId),
                in.get(session),
                in.get(ownerId),
                in.get(effectInterface),
                in.get(effectOperation),
                in.get(effectKind),
                in.get(handlerIdentity),
                in.get(status),
                in.get(orderingKey),
                in.get(budgetTicks),
                in.get(retryPolicy),
                in.get(invalidationToken),
                in.get(completedAtTick),
                in.get(inputs),
                in.get(outputs));
    });
}

package dev.paritas.semanticobjects.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import org.jspecify.annotations.Nullable;

/** How long an operation may go without progress (spec 30 §4.14). */
public record ProgressContract(
        String operationId,
        @Nullable Long session,
        ProgressState state,
        @Nullable Long lastOrderingKey,
        boolean bounded,
        @Nullable Long budgetTicks,
        @Nullable Long lastProgressTick,
        @Nullable Long escalatedAtTick,
        @Nullable String reason) {
    public static final Codec<ProgressContract> CODEC = ObjectCodec.of("ProgressContract", m -> {
        var operationId = m.required("operation_id", Codec.STRING, ProgressContract::operationId);
        var session = m.nullable("session", Codec.U64, ProgressContract::session);
        var state = m.required("state", ProgressState.CODEC, ProgressContract::state);
        var lastOrderingKey = m.nullable("last_ordering_key", Codec.U64, ProgressContract::lastOrderingKey);
        var bounded = m.required("bounded", Codec.BOOL, ProgressContract::bounded);
        var budgetTicks = m.nullable("budget_ticks", Codec.U64, ProgressContract::budgetTicks);
        var lastProgressTick = m.nullable("last_progress_tick", Codec.U64, ProgressContract::lastProgressTick);
        var escalatedAtTick = m.nullable("escalated_at_tick", Codec.U64, ProgressContract::escalatedAtTick);
        var reason = m.nullable("reason", Codec.STRING, ProgressContract::reason);
        return in -> new ProgressContract(
                in.get(operationId),
                in.get(session),
                in.get(state),
                in.get(lastOrderingKey),
                in.get(bounded),
                in.get(budgetTicks),
                in.get(lastProgressTick),
                in.get(escalatedAtTick),
                in.get(reason));
    });
}

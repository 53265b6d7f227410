package dev.paritas.semanticobjects.object;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.json.WordCodec;
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
    public static final Codec<ProgressContract> CODEC = ObjectCodec.of(
            "ProgressContract",
            field("operation_id", Codec.STRING, ProgressContract::operationId),
            nullable("session", Codec.U64, ProgressContract::session),
            field("state", ProgressState.CODEC, ProgressContract::state),
            nullable("last_ordering_key", Codec.U64, ProgressContract::lastOrderingKey),
            field("bounded", Codec.BOOL, ProgressContract::bounded),
            nullable("budget_ticks", Codec.U64, ProgressContract::budgetTicks),
            nullable("last_progress_tick", Codec.U64, ProgressContract::lastProgressTick),
            nullable("escalated_at_tick", Codec.U64, ProgressContract::escalatedAtTick),
            nullable("reason", Codec.STRING, ProgressContract::reason),
            ProgressContract::new);

    /** Where the progress of an operation stands (spec 30 §3). */
    public enum ProgressState {
        PENDING,
        BLOCKED,
        NO_PROGRESS,
        DEGRADED,
        SUCCEEDED,
        FAILED,
        CANCELLED,
        TIMED_OUT,
        HANDED_OFF;

        public static final WordCodec<ProgressState> CODEC = WordCodec.snakeCase(ProgressState.class);
    }
}

package dev.paritas.semanticobjects.object;

import static dev.paritas.semanticobjects.json.Field.field;
import static dev.paritas.semanticobjects.json.Field.nullable;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import dev.paritas.semanticobjects.object.ProgressContract.ProgressState;
import org.jspecify.annotations.Nullable;

/** A change of an operation's progress state (spec 30 §4.13). */
public record ProgressTransition(
        String operationId,
        @Nullable Long session,
        ProgressState fromState,
        ProgressState toState,
        long tick,
        @Nullable String reason) {
    public static final Codec<ProgressTransition> CODEC = ObjectCodec.of(
            "ProgressTransition",
            field("operation_id", Codec.STRING, ProgressTransition::operationId),
            nullable("session", Codec.U64, ProgressTransition::session),
            field("from_state", ProgressState.CODEC, ProgressTransition::fromState),
            field("to_state", ProgressState.CODEC, ProgressTransition::toState),
            field("tick", Codec.U64, ProgressTransition::tick),
            nullable("reason", Codec.STRING, ProgressTransition::reason),
            ProgressTransition::new);
}

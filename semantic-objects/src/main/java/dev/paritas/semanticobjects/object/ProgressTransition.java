package dev.paritas.semanticobjects.object;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import org.jspecify.annotations.Nullable;

/** A change of an operation's progress state (spec 30 §4.13). */
public record ProgressTransition(
        String operationId,
        @Nullable Long session,
        ProgressState fromState,
        ProgressState toState,
        long tick,
        @Nullable String reason) {
    public static final Codec<ProgressTransition> CODEC = ObjectCodec.of("ProgressTransition", m -> {
        var operationId = m.required("operation_id", Codec.STRING, ProgressTransition::operationId);
        var session = m.nullable("session", Codec.U64, ProgressTransition::session);
        var fromState = m.required("from_state", ProgressState.CODEC, ProgressTransition::fromState);
        var toState = m.required("to_state", ProgressState.CODEC, ProgressTransition::toState);
        var tick = m.required("tick", Codec.U64, ProgressTransition::tick);
        var reason = m.nullable("reason", Codec.STRING, ProgressTransition::reason);
        return in -> new ProgressTransition(
                in.get(operationId), in.get(session), in.get(fromState), in.get(toState), in.get(tick), in.get(reason));
    });
}

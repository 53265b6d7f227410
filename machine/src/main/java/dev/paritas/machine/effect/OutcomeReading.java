package dev.paritas.machine.effect;

import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.effect.EffectOutcome;
import dev.paritas.semanticobjects.effect.EffectResponse;
import dev.paritas.semanticobjects.effect.EffectStatus;
import dev.paritas.semanticobjects.effect.OutputConditionHint;
import dev.paritas.semanticobjects.effect.SendDecision;
import dev.paritas.semanticobjects.effect.TopologyEvent;
import dev.paritas.semanticobjects.value.Value;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * From an outcome to the typed result of the kind that was asked for (spec 21 §7.3). A success without response, or with
 * the response of another kind, is a contract violation.
 */
public final class OutcomeReading {
    private OutcomeReading() {}

    public static EffectResult<SendDecision> sendDecision(EffectOutcome outcome) {
        return interpret(
                outcome,
                "send_decision",
                response -> response instanceof EffectResponse.Send(SendDecision decision) ? decision : null);
    }

    public static EffectResult<String> chosenLabel(EffectOutcome outcome) {
        return interpret(
                outcome,
                "choose label",
                response -> response instanceof EffectResponse.Choose(String label) ? label : null);
    }

    /** {@return the result; {@code state} takes over the registers of the response first, whatever the status} */
    public static EffectResult<EffectResult.Done> receive(EffectOutcome outcome, RegisterFile state) {
        if (outcome.response() instanceof EffectResponse.Receive(var registers)) {
            state.replace(registers);
        }
        return interpret(outcome, "handle_recv", OutcomeReading::unitLike);
    }

    /** {@return the result; {@code state} takes over the registers of the response first, whatever the status} */
    public static EffectResult<EffectResult.Done> step(EffectOutcome outcome, RegisterFile state) {
        if (outcome.response() instanceof EffectResponse.InvokeStep(var registers)) {
            state.replace(registers);
        }
        return interpret(
                outcome,
                "invoke_step",
                response ->
                        response instanceof EffectResponse.InvokeStep ? EffectResult.Done.DONE : unitLike(response));
    }

    public static EffectResult<Value> acquire(EffectOutcome outcome) {
        return interpret(
                outcome,
                "acquire",
                response -> response instanceof EffectResponse.Acquire(Value evidence) ? evidence : null);
    }

    public static EffectResult<EffectResult.Done> release(EffectOutcome outcome) {
        return interpret(outcome, "handle_release", OutcomeReading::unitLike);
    }

    public static EffectResult<List<TopologyEvent>> topology(EffectOutcome outcome) {
        return interpret(
                outcome,
                "topology events",
                response -> response instanceof EffectResponse.Topology(var events) ? events : null);
    }

    public static EffectResult<EffectResult.Done> walSync(EffectOutcome outcome) {
        return interpret(
                outcome,
                "wal_sync",
                response -> response instanceof EffectResponse.WalSync ? EffectResult.Done.DONE : unitLike(response));
    }

    /** {@return the hint; null without one, and for any outcome that is not a hint} */
    public static @Nullable OutputConditionHint hint(EffectOutcome outcome) {
        return outcome.response() instanceof EffectResponse.OutputHint(var hint) ? hint : null;
    }

    /** {@code accept} gives null for a response of another kind. */
    private static <T> EffectResult<T> interpret(
            EffectOutcome outcome, String what, Function<EffectResponse, @Nullable T> accept) {
        return switch (outcome.status()) {
            case EffectStatus.Blocked() -> EffectResult.blocked();
            case EffectStatus.Failure(var failure) -> EffectResult.failure(failure);
            case EffectStatus.Success() -> {
                EffectResponse response = outcome.response();
                if (response == null) {
                    yield EffectResult.failure(
                            EffectFailure.contractViolation("successful effect outcome is missing response"));
                }
                T value = accept.apply(response);
                yield value != null
                        ? EffectResult.success(value)
                        : EffectResult.failure(EffectFailure.contractViolation(
                                "effect outcome kind mismatch: expected " + what + ", got " + response.debugText()));
            }
        };
    }

    private static EffectResult.@Nullable Done unitLike(EffectResponse response) {
        return response instanceof EffectResponse.Receive || response instanceof EffectResponse.Release
                ? EffectResult.Done.DONE
                : null;
    }
}

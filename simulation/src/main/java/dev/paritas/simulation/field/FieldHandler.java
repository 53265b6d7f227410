package dev.paritas.simulation.field;

import dev.paritas.machine.effect.EffectHandler;
import dev.paritas.machine.effect.EffectResult;
import dev.paritas.machine.effect.RegisterFile;
import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.effect.EffectFailureKind;
import dev.paritas.semanticobjects.effect.SendDecision;
import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.value.FixedQ32;
import dev.paritas.semanticobjects.value.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the handlers of the three families share (spec 52 §3.3). One object serves one run; not for several threads. */
public abstract sealed class FieldHandler implements EffectHandler
        permits MeanFieldHandler, HamiltonianHandler, ContinuumFieldHandler {
    /** What a send of a whole run delivers. */
    public enum SendPayload {
        /**
         * The value of the send hook: our deviations {@code sim.field.mean_field.send_decision} and
         * {@code sim.field.continuum.send_decision}.
         */
        HOOK,
        /** The program's register, as the reference does: its continuum runs fault at the first receive. */
        OFFERED
    }

    private final SendPayload sends;

    FieldHandler(SendPayload sends) {
        this.sends = sends;
    }

    /** {@return a fresh handler whose sends deliver the hook's value} */
    public static FieldHandler of(FieldParameters parameters) {
        return of(parameters, SendPayload.HOOK);
    }

    /** {@return a fresh handler; the Hamiltonian family delivers its hook's value in any case} */
    public static FieldHandler of(FieldParameters parameters, SendPayload sends) {
        return switch (parameters) {
            case MeanField field -> new MeanFieldHandler(field, sends);
            case Hamiltonian field -> new HamiltonianHandler(field);
            case ContinuumField field -> new ContinuumFieldHandler(field, sends);
        };
    }

    /** {@return what the role sends under {@code label}, from the state in its registers} */
    public abstract Value sendHook(String role, String label, List<FixedQ32> state);

    /** Takes note of a payload for {@code role}. */
    public abstract void receiveHook(String role, String label, Value payload);

    /** {@return the role's next state; empty when this call of its turn moves nothing} */
    public abstract Optional<List<FixedQ32>> stepHook(String role, List<FixedQ32> state);

    @Override
    public final EffectResult<SendDecision> sendDecision(
            long sid, String role, String partner, String label, RegisterFile state, @Nullable Value payload) {
        try {
            Value sent = payload == null || sends == SendPayload.HOOK
                    ? sendHook(role, label, FieldValues.read(state.snapshot()))
                    : payload;
            return EffectResult.success(new SendDecision.Deliver(sent));
        } catch (ProblemException e) {
            return failure(e.only(FieldProblem.class).sentence());
        }
    }

    @Override
    public final EffectResult<EffectResult.Done> handleRecv(
            String role, String partner, String label, RegisterFile state, Value payload) {
        try {
            receiveHook(role, label, payload);
            return EffectResult.DONE;
        } catch (ProblemException e) {
            return failure(e.only(FieldProblem.class).sentence());
        }
    }

    @Override
    public final EffectResult<String> handleChoose(
            String role, String partner, List<String> labels, RegisterFile state) {
        return labels.isEmpty() ? failure("no labels available") : EffectResult.success(labels.getFirst());
    }

    @Override
    public final EffectResult<EffectResult.Done> step(String role, RegisterFile state) {
        try {
            stepHook(role, FieldValues.read(state.snapshot())).ifPresent(next -> FieldValues.write(state, next));
            return EffectResult.DONE;
        } catch (ProblemException e) {
            return failure(e.only(FieldProblem.class).sentence());
        }
    }

    private static <T> EffectResult<T> failure(String message) {
        return EffectResult.failure(new EffectFailure(EffectFailureKind.INVALID_INPUT, message));
    }
}

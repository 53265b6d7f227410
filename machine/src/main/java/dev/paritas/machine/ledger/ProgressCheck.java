package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.object.OperationInstance.OperationPhase;
import dev.paritas.semanticobjects.object.OutstandingEffect.OutstandingEffectStatus;
import dev.paritas.semanticobjects.object.ProgressContract.ProgressState;
import dev.paritas.semanticobjects.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** One step of the bounded wait: pending, blocked, no progress, degraded, timed out (spec 30 §8.2). */
final class ProgressCheck {
    private static final String WAITING = "waiting on bounded semantic-path effect";
    private static final String NO_PROGRESS = "no progress observed within bounded wait budget";
    private static final String DEGRADED = "bounded wait degraded after repeated no-progress windows";
    private static final String EXHAUSTED = "bounded wait exhausted; late results are invalid";

    private ProgressCheck() {}

    static void escalate(EffectRecord effect, long tick, EffectLog effects, ProgressBook progress) {
        ContractState contract = progress.contractOf(effect);
        if (contract == null) {
            throw new ProblemException(new HostContractProblem.ContractMissing(effect.effectId()));
        }
        if (ContractAlgebra.isTerminal(contract.state())) {
            return;
        }
        ProgressState target = contract.dueAt(tick);
        String reason = apply(target, effect, tick, effects);
        // The reason is replaced even where the state stays.
        progress.set(effect, tick, effect.session(), target, reason, false);
    }

    private static @Nullable String apply(ProgressState target, EffectRecord effect, long tick, EffectLog effects) {
        return switch (target) {
            case BLOCKED -> {
                if (effect.status() == OutstandingEffectStatus.PENDING) {
                    EffectChange change = effect.change();
                    change.status = OutstandingEffectStatus.BLOCKED;
                    change.outputs = EffectPayloads.blocked(WAITING);
                    change.orderingKey = tick;
                }
                effects.moveOperation(effect, OperationPhase.BLOCKED, "effect.blocked");
                yield WAITING;
            }
            case NO_PROGRESS -> {
                effects.moveOperation(effect, OperationPhase.BLOCKED, "effect.no_progress");
                yield NO_PROGRESS;
            }
            case DEGRADED -> {
                effects.moveOperation(effect, OperationPhase.BLOCKED, "effect.degraded");
                yield DEGRADED;
            }
            case TIMED_OUT -> {
                effect.change()
                        .settle(OutstandingEffectStatus.INVALIDATED, EffectPayloads.invalidated(EXHAUSTED), tick);
                effects.statusChanged(effect);
                effects.moveOperation(effect, OperationPhase.TIMED_OUT, "effect.timed_out");
                yield EXHAUSTED;
            }
            case PENDING, SUCCEEDED, FAILED, CANCELLED, HANDED_OFF -> null;
        };
    }
}

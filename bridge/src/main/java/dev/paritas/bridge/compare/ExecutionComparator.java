package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.object.OutstandingEffect;
import dev.paritas.semanticobjects.object.OutstandingEffect.OutstandingEffectStatus;
import dev.paritas.semanticobjects.object.SemanticObjects;
import dev.paritas.semanticobjects.run.RunOutput;
import dev.paritas.semanticobjects.run.SessionStatus;
import java.util.List;
import java.util.Optional;

/** Compares an execution of the machine with one of the reference dialect (spec 22 §15.2, 30 §16). */
public final class ExecutionComparator {
    /** Runs the reference dialect on one choreography. */
    @FunctionalInterface
    public interface LeanSide<C> {
        /** {@return the output for {@code choreography} alone, within {@code maxSteps} rounds} */
        RunOutput run(C choreography, long concurrency, long maxSteps);
    }

    private ExecutionComparator() {}

    /**
     * Runs the other side with the machine's concurrency and {@code max(steps_executed, 1)} rounds, and compares.
     * Status, number of steps, step states and effects are not compared.
     */
    public static <C> ExecutionComparison compareExecution(C choreography, RunOutput machine, LeanSide<C> lean) {
        return compare(machine, lean.run(choreography, machine.concurrency(), leanSteps(machine)));
    }

    /** {@return how many rounds the reference dialect gets for a run of the machine} */
    public static long leanSteps(RunOutput machine) {
        return machine.stepsExecuted() == 0 ? 1 : machine.stepsExecuted();
    }

    /** {@return the comparison of two outputs of one choreography} */
    public static ExecutionComparison compare(RunOutput machine, RunOutput lean) {
        NormalizedTrace left = NormalizedTrace.of(machine.trace());
        NormalizedTrace right = NormalizedTrace.of(lean.trace());
        Optional<ExecutionDiff> diff = diff(left.events(), right.events(), machine.sessions(), lean.sessions());
        boolean traces = diff.isEmpty() || diff.get() instanceof ExecutionDiff.SessionStatusMismatch;
        boolean statuses = machine.sessions().equals(lean.sessions());
        NormalizationLedger.Counter counter = new NormalizationLedger.Counter();
        counter.add(NormalizationRule.SESSION_TICK, left.changed() + right.changed());
        return new ExecutionComparison(
                traces,
                statuses,
                machine.semanticObjects()
                        .semanticHandoffs()
                        .equals(lean.semanticObjects().semanticHandoffs()),
                invalidated(machine.semanticObjects()).equals(invalidated(lean.semanticObjects()))
                        && machine.semanticObjects()
                                .transformationObligations()
                                .equals(lean.semanticObjects().transformationObligations()),
                left.events(),
                right.events(),
                diff,
                lean,
                counter.ledger());
    }

    private static List<Long> invalidated(SemanticObjects objects) {
        return objects.outstandingEffects().stream()
                .filter(effect -> effect.status() == OutstandingEffectStatus.INVALIDATED)
                .map(OutstandingEffect::effectId)
                .toList();
    }

    private static Optional<ExecutionDiff> diff(
            List<TickedEvent> machine,
            List<TickedEvent> lean,
            List<SessionStatus> machineSessions,
            List<SessionStatus> leanSessions) {
        int common = Math.min(machine.size(), lean.size());
        for (int i = 0; i < common; i++) {
            if (!machine.get(i).equals(lean.get(i))) {
                return Optional.of(
                        new ExecutionDiff.EventMismatch(i, machine.get(i), lean.get(i), machine.size(), lean.size()));
            }
        }
        if (machine.size() != lean.size()) {
            return Optional.of(new ExecutionDiff.LengthMismatch(machine.size(), lean.size()));
        }
        return machineSessions.equals(leanSessions)
                ? Optional.empty()
                : Optional.of(new ExecutionDiff.SessionStatusMismatch(machineSessions, leanSessions));
    }
}

package dev.paritas.machine.tape;

import dev.paritas.machine.engine.MachineConfig.DeterminismMode;
import dev.paritas.machine.trace.ObservableTrace;
import dev.paritas.semanticobjects.effect.EffectTraceEntry;
import dev.paritas.semanticobjects.event.ObservableEvent;
import java.util.List;

/**
 * What counts as the same run (spec 21 §14, 51 §7.3). Each mode follows from the one before:
 * <pre>
 *   Full                 traces equal and effect traces equal
 *   Replay               traces equal
 *   ModuloEffects        session-local traces equal
 *   ModuloCommutativity  commutative traces equal
 * </pre>
 */
final class ReplayConsistency {
    private ReplayConsistency() {}

    public static boolean holds(
            DeterminismMode mode,
            List<ObservableEvent> baseline,
            List<ObservableEvent> replay,
            List<EffectTraceEntry> baselineEffects,
            List<EffectTraceEntry> replayEffects) {
        return switch (mode) {
            case FULL -> baseline.equals(replay) && baselineEffects.equals(replayEffects);
            case REPLAY -> baseline.equals(replay);
            case MODULO_EFFECTS -> ObservableTrace.sessionLocal(baseline).equals(ObservableTrace.sessionLocal(replay));
            case MODULO_COMMUTATIVITY ->
                ObservableTrace.commutative(baseline).equals(ObservableTrace.commutative(replay));
        };
    }
}

package dev.paritas.simulation.lifecycle;

import dev.paritas.machine.effect.EffectHandler;
import dev.paritas.machine.effect.EffectResult;
import dev.paritas.machine.effect.RegisterFile;
import dev.paritas.semanticobjects.effect.EffectFailure;
import dev.paritas.semanticobjects.effect.OutputConditionHint;
import dev.paritas.semanticobjects.effect.TopologyEvent;
import dev.paritas.semanticobjects.effect.WalSyncRequest;
import java.util.List;
import java.util.Map;

/** The hosts of the semantic-effect scenes (spec 52 §6.1). */
final class EffectHandlers {
    /** What the hinting host lets the output gate check. */
    public static final String PREDICATE = "machine.replay.internal_effects";

    private static final List<TopologyEvent> CUT = List.of(new TopologyEvent.Partition("A", "B"));
    private static final List<TopologyEvent> MENDED = List.of(new TopologyEvent.Heal("A", "B"));

    private EffectHandlers() {}

    /** Reports that A cannot reach B from the first round on. */
    public static EffectHandler partitioned() {
        return new Network(Map.of(1L, CUT));
    }

    /** Reports the cut in the first round and its end in the second. */
    public static EffectHandler healing() {
        return new Network(Map.of(1L, CUT, 2L, MENDED));
    }

    /** Hints at every commit and keeps a write-ahead log. */
    public static EffectHandler internalEffects() {
        return new Internal();
    }

    /** Fails the steps of {@code role}. */
    public static EffectHandler failingStep(String role, String message) {
        return new FailingStep(role, message);
    }

    private record Network(Map<Long, List<TopologyEvent>> events) implements EffectHandler {
        @Override
        public EffectResult<List<TopologyEvent>> topologyEvents(long tick) {
            return EffectResult.success(events.getOrDefault(tick, List.of()));
        }
    }

    private record Internal() implements EffectHandler {
        @Override
        public OutputConditionHint outputConditionHint(long sid, String role, RegisterFile state) {
            return new OutputConditionHint(PREDICATE, "sid:" + Long.toUnsignedString(sid) + ":role:" + role);
        }

        @Override
        public boolean supportsWalSync() {
            return true;
        }

        @Override
        public EffectResult<EffectResult.Done> walSync(WalSyncRequest sync) {
            return EffectResult.DONE;
        }
    }

    private record FailingStep(String failing, String message) implements EffectHandler {
        @Override
        public EffectResult<EffectResult.Done> step(String role, RegisterFile state) {
            return role.equals(failing)
                    ? EffectResult.failure(EffectFailure.contractViolation(message))
                    : EffectResult.DONE;
        }
    }
}

package dev.paritas.admission.gate;

import dev.paritas.machine.schedule.SchedulingPolicy;
import dev.paritas.semanticobjects.json.WordCodec;

/** The kind of a scheduling policy, whatever its parameters (spec 31 §8). */
public enum SchedulerCapability {
    COOPERATIVE,
    ROUND_ROBIN,
    PRIORITY,
    PROGRESS_AWARE;

    public static final WordCodec<SchedulerCapability> CODEC = WordCodec.camelCase(SchedulerCapability.class);

    public static SchedulerCapability of(SchedulingPolicy policy) {
        return switch (policy) {
            case SchedulingPolicy.Cooperative() -> COOPERATIVE;
            case SchedulingPolicy.RoundRobin() -> ROUND_ROBIN;
            case SchedulingPolicy.Priority ignored -> PRIORITY;
            case SchedulingPolicy.ProgressAware() -> PROGRESS_AWARE;
        };
    }
}

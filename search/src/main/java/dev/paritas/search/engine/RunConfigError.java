package dev.paritas.search.engine;

import dev.paritas.search.object.FairnessAssumption;
import dev.paritas.search.object.SchedulerProfile;

/** Why a run may not start (spec 52 §8.6). */
public sealed interface RunConfigError {
    record ZeroBatchWidth() implements RunConfigError {}

    record UnsupportedCachingProfile(CachingProfile caching) implements RunConfigError {}

    record RequiresSerialExecutor(SchedulerProfile profile) implements RunConfigError {}

    record RequiresNativeParallelExecutor(SchedulerProfile profile) implements RunConfigError {}

    record RequiresBatchWidthOne(SchedulerProfile profile, int width) implements RunConfigError {}

    record RequiresBatchWidthGreaterThanOne(SchedulerProfile profile, int width) implements RunConfigError {}

    record MissingFairnessAssumption(SchedulerProfile profile, FairnessAssumption assumption)
            implements RunConfigError {}
}

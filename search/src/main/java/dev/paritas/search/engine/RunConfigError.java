package dev.paritas.search.engine;

import dev.paritas.search.engine.RunConfig.CachingProfile;
import dev.paritas.search.object.FairnessAssumption;
import dev.paritas.search.object.SchedulerProfile;
import dev.paritas.semanticobjects.problem.Problem;

/** Why a run may not start (spec 52 §8.6). */
public sealed interface RunConfigError extends Problem {
    record ZeroBatchWidth() implements RunConfigError {}

    record UnsupportedCachingProfile(CachingProfile caching) implements RunConfigError {}

    record RequiresSerialExecutor(SchedulerProfile profile) implements RunConfigError {}

    record RequiresNativeParallelExecutor(SchedulerProfile profile) implements RunConfigError {}

    record RequiresBatchWidthOne(SchedulerProfile profile, int width) implements RunConfigError {}

    record RequiresBatchWidthGreaterThanOne(SchedulerProfile profile, int width) implements RunConfigError {}

    record MissingFairnessAssumption(SchedulerProfile profile, FairnessAssumption assumption)
            implements RunConfigError {}

    @Override
    default String sentence() {
        return "the run configuration is refused: " + this;
    }
}

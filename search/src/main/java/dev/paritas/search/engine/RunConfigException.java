package dev.paritas.search.engine;

import dev.paritas.search.engine.RunConfig.CachingProfile;
import dev.paritas.search.object.FairnessAssumption;
import dev.paritas.search.object.SchedulerProfile;

/** A run was refused before its first step; {@link #error} says why. */
public final class RunConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RunConfigError error;

    RunConfigException(RunConfigError error) {
        super("the run configuration is refused: " + error);
        this.error = error;
    }

    public RunConfigError error() {
        return error;
    }

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
}

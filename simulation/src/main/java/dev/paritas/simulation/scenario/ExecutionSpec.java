package dev.paritas.simulation.scenario;

import dev.paritas.semanticobjects.json.WordCodec;
import org.jspecify.annotations.Nullable;

/**
 * On what a scenario runs.
 *
 * @param schedulerConcurrency unsigned, at least 1
 * @param workerThreads unsigned, at least 1
 */
public record ExecutionSpec(
        Backend backend,
        SchedulerPolicy schedulerPolicy,
        @Nullable Long schedulerConcurrency,
        @Nullable Long workerThreads) {
    /** The machine that runs. */
    public enum Backend {
        AUTO,
        CANONICAL,
        THREADED;

        static final WordCodec<Backend> CODEC = WordCodec.snakeCase(Backend.class);
    }

    /** The rule by which it picks. */
    public enum SchedulerPolicy {
        AUTO,
        COOPERATIVE,
        ROUND_ROBIN,
        PRIORITY_AGING,
        PRIORITY_TOKEN_WEIGHTED,
        PROGRESS_AWARE;

        static final WordCodec<SchedulerPolicy> CODEC = WordCodec.snakeCase(SchedulerPolicy.class);
    }

    public static final ExecutionSpec AUTO = new ExecutionSpec(Backend.AUTO, SchedulerPolicy.AUTO, null, null);
}

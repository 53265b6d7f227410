package dev.paritas.search.engine;

import dev.paritas.search.object.FairnessAssumption;
import dev.paritas.search.object.SchedulerProfile;
import dev.paritas.search.object.SearchEffort;
import java.util.Optional;
import java.util.Set;

/**
 * How a search is run (spec 52 §8.6).
 *
 * @param batchWidth entries that one task of a parallel executor expands
 * @param fairness what is assumed about the scheduler
 */
public record RunConfig(
        SchedulerProfile profile,
        ExecutorKind executor,
        int batchWidth,
        CachingProfile caching,
        Set<FairnessAssumption> fairness,
        SearchEffort effort) {
    private static final int SMALLEST_BATCH = 2;

    public RunConfig {
        fairness = Set.copyOf(fairness);
    }

    /** {@return a run to completion with the executor, the width and the premises that {@code profile} asks for} */
    public static RunConfig of(SchedulerProfile profile) {
        ProfileTerms terms = ProfileTerms.of(profile);
        return new RunConfig(
                profile,
                terms.executor(),
                terms.singleLane() ? 1 : SMALLEST_BATCH,
                CachingProfile.EPHEMERAL_PER_STEP,
                Set.copyOf(terms.neededFairness()),
                SearchEffort.TO_COMPLETION);
    }

    public RunConfig withFairness(Set<FairnessAssumption> assumed) {
        return new RunConfig(profile, executor, batchWidth, caching, assumed, effort);
    }

    public RunConfig withEffort(SearchEffort next) {
        return new RunConfig(profile, executor, batchWidth, caching, fairness, next);
    }

    /** {@return the first reason against a run, in the order of spec 52 §8.6} */
    public Optional<RunConfigError> error() {
        ProfileTerms terms = ProfileTerms.of(profile);
        if (batchWidth == 0) {
            return Optional.of(new RunConfigError.ZeroBatchWidth());
        }
        if (caching != CachingProfile.EPHEMERAL_PER_STEP) {
            return Optional.of(new RunConfigError.UnsupportedCachingProfile(caching));
        }
        if (executor != terms.executor()) {
            return Optional.of(
                    switch (terms.executor()) {
                        case SERIAL -> new RunConfigError.RequiresSerialExecutor(profile);
                        case NATIVE_PARALLEL -> new RunConfigError.RequiresNativeParallelExecutor(profile);
                    });
        }
        if (terms.singleLane() && batchWidth != 1) {
            return Optional.of(new RunConfigError.RequiresBatchWidthOne(profile, batchWidth));
        }
        if (!terms.singleLane() && batchWidth < SMALLEST_BATCH) {
            return Optional.of(new RunConfigError.RequiresBatchWidthGreaterThanOne(profile, batchWidth));
        }
        return terms.neededFairness().stream()
                .filter(assumption -> !fairness.contains(assumption))
                .findFirst()
                .map(assumption -> new RunConfigError.MissingFairnessAssumption(profile, assumption));
    }

    ProposalExecutor proposalExecutor() {
        return switch (executor) {
            case SERIAL -> ProposalExecutor.SERIAL;
            case NATIVE_PARALLEL -> new ProposalExecutor.NativeParallel(batchWidth);
        };
    }

    /** What a run keeps between steps; only the first is supported (spec 52 §8.6). */
    public enum CachingProfile {
        EPHEMERAL_PER_STEP,
        PERSISTENT
    }

    /** Who makes the proposals of a run (spec 52 §8.6). */
    public enum ExecutorKind {
        SERIAL,
        NATIVE_PARALLEL
    }
}

package dev.paritas.bridge.check;

import dev.paritas.bridge.implementation.PeerPool;
import dev.paritas.bridge.implementation.RunnerCommand;
import dev.paritas.bridge.implementation.Traffic;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a caller may ask of lanes beyond their selection.
 *
 * @param requireLean whether a lane that needs Lean fails where Lean is missing
 * @param fuzz the cases of {@code --fuzz}
 * @param traffic who sees what is exchanged with executables
 * @param filter the checks that are made
 * @param workers so many processes of one executable are asked at the same time, from 1 to {@value #MOST_WORKERS}; empty for as
 *     many as it usually bears
 * @param mostFailed behind so many checks that failed or broke the others are skipped; at least 1
 * @param runner of the user's own, for {@link LaneSelection#RUNNER}
 */
public record LaneOptions(
        boolean requireLean,
        FuzzPlan fuzz,
        Traffic traffic,
        CheckFilter filter,
        OptionalInt workers,
        long mostFailed,
        Optional<RunnerCommand> runner) {
    public static final int MOST_WORKERS = 64;

    public static final LaneOptions DEFAULT = new LaneOptions(false, FuzzPlan.DEFAULT);

    public LaneOptions {
        if (workers.orElse(1) < 1 || workers.orElse(1) > MOST_WORKERS) {
            throw new IllegalArgumentException("there are from 1 to " + MOST_WORKERS + " workers");
        }
        if (mostFailed < 1) {
            throw new IllegalArgumentException("a run bears at least one failed check before it stops");
        }
    }

    /** {@return so many processes of a Lean runner} */
    int leanWorkers() {
        return workers.orElse(PeerPool.perCore());
    }

    /** {@return so many processes of a runner of the user's own, which may not bear another beside it} */
    int ownWorkers() {
        return workers.orElse(1);
    }

    public LaneOptions(boolean requireLean, FuzzPlan fuzz) {
        this(requireLean, fuzz, Traffic.UNSEEN, CheckFilter.ALL, OptionalInt.empty(), Long.MAX_VALUE, Optional.empty());
    }
}

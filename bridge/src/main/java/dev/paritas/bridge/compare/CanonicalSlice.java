package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.run.RefinementSlice;
import dev.paritas.semanticobjects.run.RefinementSlice.CoroutineSlice;
import dev.paritas.semanticobjects.run.RefinementSlice.SchedulerSlice;
import dev.paritas.semanticobjects.run.RefinementSlice.SessionSlice;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A slice in the form that is compared (spec 22 §15.3): program counters are 0, and a status that is not final follows
 * from the scheduler.
 */
final class CanonicalSlice {
    private static final Set<String> KEPT = Set.of("done", "faulted", "speculating");

    private CanonicalSlice() {}

    /** {@return the coroutines of {@code slice} with pc 0} */
    static RefinementSlice withoutCounters(RefinementSlice slice) {
        return with(
                slice,
                slice.coroutines().stream()
                        .map(coroutine -> coroutine(coroutine, 0, coroutine.status()))
                        .toList());
    }

    /** {@return the coroutines of {@code slice} with the status that the scheduler implies} */
    static RefinementSlice withScheduledStatus(RefinementSlice slice) {
        SchedulerSlice scheduler = slice.scheduler();
        Set<Long> ready = new HashSet<>(scheduler.readyQueue());
        return with(
                slice,
                slice.coroutines().stream()
                        .map(coroutine -> coroutine(coroutine, coroutine.pc(), status(coroutine, scheduler, ready)))
                        .toList());
    }

    /** {@return {@code slice} with its sessions ascending by id} */
    static RefinementSlice withSortedSessions(RefinementSlice slice) {
        return new RefinementSlice(
                slice.coroutines(),
                slice.sessions().stream()
                        .sorted(Comparator.comparing(SessionSlice::sid, Long::compareUnsigned))
                        .toList(),
                slice.scheduler());
    }

    private static String status(CoroutineSlice coroutine, SchedulerSlice scheduler, Set<Long> ready) {
        if (KEPT.contains(coroutine.status())) {
            return coroutine.status();
        }
        if (scheduler.blocked().containsKey(coroutine.coroId())) {
            return "blocked";
        }
        return ready.contains(coroutine.coroId()) ? "ready" : coroutine.status();
    }

    private static RefinementSlice with(RefinementSlice slice, List<CoroutineSlice> coroutines) {
        return new RefinementSlice(coroutines, slice.sessions(), slice.scheduler());
    }

    private static CoroutineSlice coroutine(CoroutineSlice coroutine, long pc, String status) {
        return new CoroutineSlice(
                coroutine.coroId(),
                coroutine.sessionId(),
                pc,
                status,
                coroutine.ownedEndpoints(),
                coroutine.progressTokens());
    }
}

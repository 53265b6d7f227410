package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.run.RefinementSlice;
import dev.paritas.semanticobjects.run.RefinementSlice.CoroutineSlice;
import dev.paritas.semanticobjects.run.RefinementSlice.SchedulerSlice;
import dev.paritas.semanticobjects.run.StepState;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The first step in which two runs differ, whose traces differ in a known way. The difference is explained only when it is
 * one of those with which a known class begins.
 */
final class StepSplit {
    private final List<StepState> left;
    private final List<StepState> right;
    private final int index;

    StepSplit(List<StepState> left, List<StepState> right, long index) {
        this.left = left;
        this.right = right;
        this.index = (int) index;
    }

    /** {@return whether the runs part at this step in a way that belongs to {@code known} or comes before it} */
    boolean explains(DivergenceClass known) {
        if (index >= left.size() || index >= right.size()) {
            return index > 0 && faulted(index < left.size() ? right.get(index - 1) : left.get(index - 1));
        }
        StepState ours = left.get(index);
        StepState theirs = right.get(index);
        RefinementSlice a = ours.preState();
        RefinementSlice b = theirs.preState();
        if (a == null || b == null || ours.stepIndex() != theirs.stepIndex()) {
            return false;
        }
        return sameBefore(a, b)
                ? Objects.equals(ours.selectedCoro(), theirs.selectedCoro())
                        && (faulted(ours) || faulted(theirs) || sendBlocked(theirs) || jumped(ours, theirs, known))
                : woken(a, b, known == DivergenceClass.BLOCKED_ORDER);
    }

    /** R shows a label of the inner loop where L shows one of the outer loop. */
    private static boolean jumped(StepState ours, StepState theirs, DivergenceClass known) {
        return known == DivergenceClass.OUTER_LOOP_JUMP
                && ours.event() != null
                && theirs.event() != null
                && ours.event().kind().equals(theirs.event().kind())
                && !Objects.equals(ours.event().label(), theirs.event().label());
    }

    private static boolean faulted(StepState step) {
        return "faulted".equals(step.execStatus());
    }

    /** L's sender waits for room. */
    private static boolean sendBlocked(StepState step) {
        return "blocked".equals(step.execStatus()) && step.blocked().containsValue("send_wait");
    }

    private static boolean sameBefore(RefinementSlice left, RefinementSlice right) {
        return canonical(left).equals(canonical(right));
    }

    private static RefinementSlice canonical(RefinementSlice slice) {
        return CanonicalSlice.withSortedSessions(
                CanonicalSlice.withScheduledStatus(CanonicalSlice.withoutCounters(slice)));
    }

    /** All is equal but that R has more coroutines ready, all of them waiting in L; or the order of those that are. */
    private static boolean woken(RefinementSlice left, RefinementSlice right, boolean anyOrder) {
        SchedulerSlice ours = left.scheduler();
        SchedulerSlice theirs = right.scheduler();
        if (!besidesScheduler(left).equals(besidesScheduler(right)) || ours.stepCount() != theirs.stepCount()) {
            return false;
        }
        Set<Long> ready = new HashSet<>(theirs.readyQueue());
        if (anyOrder && ready.equals(new HashSet<>(ours.readyQueue()))) {
            return ours.blocked().equals(theirs.blocked());
        }
        List<Long> more = ours.readyQueue().stream()
                .filter(coroutine -> !ready.contains(coroutine))
                .toList();
        Map<Long, String> waiting = new TreeMap<>(theirs.blocked());
        return !more.isEmpty()
                && more.stream().allMatch(coroutine -> "recv_wait".equals(waiting.remove(coroutine)))
                && waiting.equals(ours.blocked())
                && Stream.concat(theirs.readyQueue().stream(), more.stream())
                        .toList()
                        .equals(ours.readyQueue());
    }

    private static List<Object> besidesScheduler(RefinementSlice slice) {
        RefinementSlice canonical = canonical(slice);
        return List.of(
                canonical.sessions(),
                canonical.coroutines().stream()
                        .map(coroutine -> new CoroutineSlice(
                                coroutine.coroId(),
                                coroutine.sessionId(),
                                coroutine.pc(),
                                coroutine.status().equals("blocked") ? "ready" : coroutine.status(),
                                coroutine.ownedEndpoints(),
                                coroutine.progressTokens()))
                        .toList());
    }
}

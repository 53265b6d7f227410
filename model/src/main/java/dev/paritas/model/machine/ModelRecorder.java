package dev.paritas.model.machine;

import dev.paritas.semanticobjects.run.RefinementSlice;
import dev.paritas.semanticobjects.run.RefinementSlice.CoroutineSlice;
import dev.paritas.semanticobjects.run.RefinementSlice.SchedulerSlice;
import dev.paritas.semanticobjects.run.RefinementSlice.SessionSlice;
import dev.paritas.semanticobjects.run.RunBudget;
import dev.paritas.semanticobjects.run.StepState;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Photographs the state around each step (spec 22 §8). */
final class ModelRecorder {
    private final ModelState state;
    private final RunBudget budget;
    private final List<StepState> steps = new ArrayList<>();
    private final Map<Long, CoroutineSlice> coroutineSlices = new HashMap<>();

    ModelRecorder(ModelState state, RunBudget budget) {
        this.state = state;
        this.budget = budget;
    }

    /** {@return the state now} */
    RefinementSlice slice(long stepCount) {
        List<CoroutineSlice> coroutines = new ArrayList<>(state.coroutines().size());
        for (ModelCoroutine coroutine : state.coroutines()) {
            coroutines.add(slice(coroutine));
        }
        List<SessionSlice> sessions = new ArrayList<>(state.sessions().size());
        for (ModelSession session : state.sessions().reversed()) {
            sessions.add(new SessionSlice(
                    session.sid(),
                    session.roles().size(),
                    session.typeCount(),
                    session.edgeCount(),
                    session.bufferedCount(),
                    "active",
                    0));
        }
        return new RefinementSlice(coroutines, sessions, new SchedulerSlice(readyQueue(), blockedTags(), stepCount));
    }

    /** Unchanged coroutines share one slice. */
    private CoroutineSlice slice(ModelCoroutine coroutine) {
        String status = coroutine.status().name().toLowerCase(Locale.ROOT);
        CoroutineSlice last = coroutineSlices.get(coroutine.id());
        if (last != null && last.pc() == coroutine.pc() && last.status().equals(status)) {
            return last;
        }
        CoroutineSlice slice =
                new CoroutineSlice(coroutine.id(), coroutine.session().sid(), coroutine.pc(), status, 1, 0);
        coroutineSlices.put(coroutine.id(), slice);
        return slice;
    }

    /** Records one step after the queue update. */
    void record(
            RefinementSlice before,
            long stepCount,
            ModelCoroutine coroutine,
            String status,
            @Nullable TraceEvent event) {
        RefinementSlice after = slice(stepCount);
        Map<Long, Long> typeCounts = new HashMap<>();
        Map<Long, Long> bufferedCounts = new HashMap<>();
        for (ModelSession session : state.sessions()) {
            typeCounts.put(session.sid(), (long) session.typeCount());
            bufferedCounts.put(session.sid(), (long) session.bufferedCount());
        }
        TypeClosure left = coroutine.session().type(coroutine.role());
        StepState step = new StepState(
                steps.size(),
                before,
                after,
                coroutine.id(),
                (long) coroutine.pc(),
                left == null ? null : left.text(),
                status,
                typeCounts,
                bufferedCounts,
                after.scheduler().readyQueue(),
                after.scheduler().blocked(),
                event);
        budget.spend(step);
        steps.add(step);
    }

    List<StepState> steps() {
        return steps;
    }

    private List<Long> readyQueue() {
        List<Long> ids = new ArrayList<>(state.ready().size());
        state.ready().forEach(coroutine -> ids.add(coroutine.id()));
        return ids;
    }

    private Map<Long, String> blockedTags() {
        if (state.blocked().size() == 0) {
            return Map.of();
        }
        Map<Long, String> tags = new HashMap<>();
        for (long id : state.blocked().keys()) {
            state.blocked().get(id).ifPresent(reason -> tags.put(id, reason.tag()));
        }
        return tags;
    }
}

package dev.paritas.machine.engine;

import dev.paritas.machine.schedule.BlockReason;
import dev.paritas.machine.schedule.Scheduler;
import dev.paritas.machine.session.Session;
import dev.paritas.machine.session.TypeState;
import dev.paritas.semanticobjects.run.RefinementSlice;
import dev.paritas.semanticobjects.run.TransitionSummary;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Exports of the machine's state (spec 21 §16). */
final class Slices {
    private Slices() {}

    static RefinementSlice refinement(Machine machine) {
        return new RefinementSlice(
                machine.coroutines.stream().map(Slices::coroutine).toList(),
                machine.sessions.all().stream().map(Slices::session).toList(),
                new RefinementSlice.SchedulerSlice(
                        machine.scheduler.readyQueue(), blocked(machine.scheduler), machine.scheduler.stepCount()));
    }

    static TransitionSummary transition(Machine machine, @Nullable SchedStep picked) {
        Coroutine selected = picked == null ? null : machine.coroutines.get((int) picked.selectedCoro());
        Map<Long, Long> types = new TreeMap<>(Long::compareUnsigned);
        Map<Long, Long> messages = new TreeMap<>(Long::compareUnsigned);
        for (Session session : machine.sessions.all()) {
            types.put(session.sid(), (long) session.typeEntries());
            messages.put(session.sid(), (long) session.bufferedMessages());
        }
        return new TransitionSummary(
                selected == null ? null : selected.id(),
                selected == null ? null : selected.pc(),
                selected == null ? null : typeText(selected),
                picked == null ? null : ExecStatus.CODEC.word(picked.execStatus()),
                types,
                messages,
                machine.scheduler.readyQueue(),
                blocked(machine.scheduler));
    }

    private static RefinementSlice.CoroutineSlice coroutine(Coroutine coroutine) {
        return new RefinementSlice.CoroutineSlice(
                coroutine.id(),
                coroutine.sessionId(),
                coroutine.pc(),
                coroutine.status().tag(),
                coroutine.owned.size(),
                coroutine.tokens.size());
    }

    private static RefinementSlice.SessionSlice session(Session session) {
        return new RefinementSlice.SessionSlice(
                session.sid(),
                session.roles().size(),
                session.typeEntries(),
                session.bufferEdges(),
                session.bufferedMessages(),
                session.phase().tag(),
                session.epoch());
    }

    private static Map<Long, String> blocked(Scheduler scheduler) {
        Map<Long, String> tags = new TreeMap<>();
        for (int id = scheduler.nextBlocked(0); id >= 0; id = scheduler.nextBlocked(id + 1)) {
            BlockReason reason = scheduler.blockReason(id);
            if (reason != null) {
                tags.put((long) id, reason.tag());
            }
        }
        return tags;
    }

    private static @Nullable String typeText(Coroutine coroutine) {
        TypeState type =
                coroutine.owned.isEmpty() ? null : coroutine.owned.getFirst().type();
        return type == null ? null : type.text();
    }
}

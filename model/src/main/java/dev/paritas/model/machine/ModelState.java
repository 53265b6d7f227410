package dev.paritas.model.machine;

import dev.paritas.semanticobjects.problem.ProblemException;
import dev.paritas.semanticobjects.run.TraceEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What dialect L keeps between steps: sessions, coroutines, the ready queue and the blocked table (spec 22 §6-7). */
final class ModelState {
    static final int MAX_SESSIONS = 256;
    static final int MAX_COROUTINES = 1024;

    private final List<ModelSession> sessions = new ArrayList<>();
    private final List<ModelCoroutine> coroutines = new ArrayList<>();
    private final ArrayDeque<ModelCoroutine> ready = new ArrayDeque<>();
    private final BlockedTable<ModelBlock> blocked = new BlockedTable<>();
    private final List<TraceEvent> opened = new ArrayList<>();

    /**
     * Opens the next session with one coroutine per role.
     *
     * @throws ProblemException ({@link ModelInputProblem}) when a limit would be exceeded
     */
    void load(ModelImage image) {
        if (sessions.size() >= MAX_SESSIONS) {
            throw new ProblemException(new ModelInputProblem(
                    ModelInputCode.TOO_MANY_SESSIONS,
                    "too many sessions while loading choreographies: " + MAX_SESSIONS));
        }
        List<String> roles = image.roles();
        requireRoom(roles.size());
        ModelSession session = new ModelSession(sessions.size(), image);
        sessions.add(session);
        for (int i = 0; i < roles.size(); i++) {
            ModelCoroutine coroutine = new ModelCoroutine(
                    coroutines.size(),
                    session,
                    roles.get(i),
                    image.program(),
                    image.entryPoints().get(i));
            coroutines.add(coroutine);
            ready.addLast(coroutine);
        }
        opened.add(TraceEvent.opened(0, session.sid(), String.join(",", roles)));
    }

    /** @throws ProblemException ({@link ModelInputProblem}) when there is no room for so many more coroutines */
    void requireRoom(int roles) {
        if (coroutines.size() + roles > MAX_COROUTINES) {
            throw new ProblemException(new ModelInputProblem(
                    ModelInputCode.TOO_MANY_COROUTINES,
                    "too many coroutines while loading choreographies: " + MAX_COROUTINES));
        }
    }

    /** Makes every coroutine ready that waits for a message that has come; full buffers are not looked at. */
    void wakeReceivers() {
        if (blocked.size() == 0) {
            return;
        }
        for (long id : blocked.keys()) {
            ModelCoroutine coroutine = coroutines.get((int) id);
            boolean awake = blocked.get(id)
                    .filter(reason -> reason instanceof ModelBlock.RecvWait(var edge)
                            && !coroutine.session().isEmpty(edge))
                    .isPresent();
            if (awake) {
                blocked.remove(id);
                ready.addLast(coroutine);
                coroutine.setStatus(ModelCoroutine.Status.READY);
            }
        }
    }

    /** {@return the first ready coroutine, taken out of the queue} */
    Optional<ModelCoroutine> pick() {
        for (Iterator<ModelCoroutine> queue = ready.iterator(); queue.hasNext(); ) {
            ModelCoroutine coroutine = queue.next();
            if (coroutine.status() == ModelCoroutine.Status.READY) {
                queue.remove();
                return Optional.of(coroutine);
            }
        }
        return Optional.empty();
    }

    void requeue(ModelCoroutine coroutine) {
        ready.addLast(coroutine);
    }

    void block(ModelCoroutine coroutine, ModelBlock reason) {
        coroutine.setStatus(ModelCoroutine.Status.BLOCKED);
        blocked.put(coroutine.id(), reason);
    }

    /** {@return whether nothing is left to run; also true without coroutines} */
    boolean isOver() {
        for (ModelCoroutine coroutine : coroutines) {
            if (!coroutine.isOver()) {
                return false;
            }
        }
        return true;
    }

    /** {@return the sessions, oldest first} */
    List<ModelSession> sessions() {
        return sessions;
    }

    List<ModelCoroutine> coroutines() {
        return coroutines;
    }

    ArrayDeque<ModelCoroutine> ready() {
        return ready;
    }

    BlockedTable<ModelBlock> blocked() {
        return blocked;
    }

    /** {@return the opening event of every session, in order} */
    List<TraceEvent> opened() {
        return opened;
    }
}

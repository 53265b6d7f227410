package dev.paritas.machine.session;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sessions of a machine; ids ascend from 0 (spec 20 §9.3). */
public final class SessionStore {
    private final boolean numbered;
    private final List<Session> sessions = new ArrayList<>();

    /** @param numbered whether messages carry numbers (spec 20 §12.1) */
    public SessionStore(boolean numbered) {
        this.numbered = numbered;
    }

    /** Opens a session with the next id. */
    public Session open(OpenPlan plan, BufferConfig bufferConfig) {
        Session session = new Session(sessions.size(), plan, bufferConfig, numbered);
        sessions.add(session);
        return session;
    }

    /** {@return the session, null when there is none with this id} */
    public @Nullable Session get(long sid) {
        return sid >= 0 && sid < sessions.size() ? sessions.get((int) sid) : null;
    }

    /** {@return every resident session, ids ascending} */
    public List<Session> all() {
        return List.copyOf(sessions);
    }

    /** {@return the id the next session will have} */
    public long nextId() {
        return sessions.size();
    }

    public int liveCount() {
        return sessions.size();
    }

    public int activeCount() {
        int active = 0;
        for (int i = 0; i < sessions.size(); i++) {
            active += sessions.get(i).phase() instanceof SessionPhase.Active ? 1 : 0;
        }
        return active;
    }
}

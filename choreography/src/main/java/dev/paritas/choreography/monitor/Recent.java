package dev.paritas.choreography.monitor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last few allowed events of each role, in fixed arrays. */
final class Recent {
    private static final int KEPT = 3;

    private final long[] positions;
    private final @Nullable Action[] actions;
    private final @Nullable String[] peers;
    private final @Nullable String[] labels;
    private final byte[] next;

    Recent(int roles) {
        positions = new long[roles * KEPT];
        actions = new @Nullable Action[roles * KEPT];
        peers = new @Nullable String[roles * KEPT];
        labels = new @Nullable String[roles * KEPT];
        next = new byte[roles];
    }

    void add(int role, Action action, @Nullable String peer, @Nullable String label, long position) {
        int slot = role * KEPT + next[role];
        next[role] = (byte) ((next[role] + 1) % KEPT);
        positions[slot] = position;
        actions[slot] = action;
        peers[slot] = peer;
        labels[slot] = label;
    }

    /** Adds the events of a role, the oldest first. */
    void of(int role, String name, List<Observation> to) {
        for (int i = 0; i < KEPT; i++) {
            int slot = role * KEPT + (next[role] + i) % KEPT;
            Action action = actions[slot];
            if (action != null) {
                to.add(new Observation(name, action, peers[slot], labels[slot], positions[slot]));
            }
        }
    }
}

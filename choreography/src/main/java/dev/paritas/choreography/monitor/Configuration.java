package dev.paritas.choreography.monitor;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where each role of a session stands, and what is under way. One thread at a time. */
final class Configuration {
    /** So many messages may be under way on one edge. */
    static final int MAX_UNDER_WAY = 1 << 20;

    private final LocalState[] at;
    private final @Nullable MessageQueue[] edges;
    private final @Nullable String[] lastTaken;
    private int underWay;

    private Configuration(LocalState[] at, @Nullable MessageQueue[] edges, @Nullable String[] lastTaken, int underWay) {
        this.at = at;
        this.edges = edges;
        this.lastTaken = lastTaken;
        this.underWay = underWay;
    }

    static Configuration start(ProtocolAutomaton protocol) {
        LocalState[] at = new LocalState[protocol.roles().size()];
        Arrays.setAll(at, protocol::start);
        return new Configuration(
                at, new @Nullable MessageQueue[protocol.edges()], new @Nullable String[protocol.edges()], 0);
    }

    Configuration copy() {
        @Nullable MessageQueue[] queues = new @Nullable MessageQueue[edges.length];
        for (int i = 0; i < edges.length; i++) {
            MessageQueue queue = edges[i];
            queues[i] = queue == null ? null : queue.copy();
        }
        return new Configuration(at.clone(), queues, lastTaken.clone(), underWay);
    }

    LocalState at(int role) {
        return at[role];
    }

    /** {@return whether every role is at its end and nothing is under way} */
    boolean isComplete() {
        if (underWay > 0) {
            return false;
        }
        for (LocalState state : at) {
            if (!state.isFinal()) {
                return false;
            }
        }
        return true;
    }

    /** {@return whether a state takes an observation, whatever is under way} */
    static boolean fits(LocalState state, Observation seen) {
        return fits(state, seen.action(), seen.peer())
                && (seen.action() == Action.END || seen.label() == null || state.branch(seen.label()) >= 0);
    }

    private static boolean fits(LocalState state, Action action, @Nullable String peer) {
        return switch (action) {
            case SEND, CHOOSE -> state.kind == LocalState.Kind.SEND && isPartner(state, peer);
            case RECEIVE -> state.kind == LocalState.Kind.RECEIVE && isPartner(state, peer);
            case END -> state.kind == LocalState.Kind.END;
        };
    }

    private static boolean isPartner(LocalState state, @Nullable String peer) {
        return peer == null || state.partner.equals(peer);
    }

    /**
     * Takes an observation whose label was seen.
     *
     * @return whether it was allowed; if not, nothing has changed
     */
    boolean take(int role, Action action, @Nullable String peer, @Nullable String label) {
        LocalState state = at[role];
        if (!fits(state, action, peer)) {
            return false;
        }
        if (action == Action.END) {
            at[role] = LocalState.ENDED;
            return true;
        }
        int branch = label == null ? -1 : state.branch(label);
        return branch >= 0 && take(role, state, branch);
    }

    /** Takes the branch of a role's state, if what is under way allows it. */
    boolean take(int role, LocalState state, int branch) {
        if (state.edge != LocalState.UNSEEN && !move(state, state.label(branch))) {
            return false;
        }
        at[role] = state.next(branch);
        return true;
    }

    private boolean move(LocalState state, String label) {
        MessageQueue queue = edges[state.edge];
        if (state.kind == LocalState.Kind.SEND) {
            if (queue == null) {
                queue = new MessageQueue();
                edges[state.edge] = queue;
            }
            if (queue.size() == MAX_UNDER_WAY) {
                return false;
            }
            queue.add(label);
            underWay++;
            return true;
        }
        if (queue == null || !label.equals(queue.head())) {
            return false;
        }
        queue.remove();
        underWay--;
        lastTaken[state.edge] = label;
        return true;
    }

    /** {@return the label that waits first on the edge of a role's receive; null when none does} */
    @Nullable
    String waiting(int role) {
        LocalState state = at[role];
        MessageQueue queue = state.edge == LocalState.UNSEEN ? null : edges[state.edge];
        return state.kind == LocalState.Kind.RECEIVE && queue != null ? queue.head() : null;
    }

    /** {@return whether so many messages are under way on the edge of a role's send that no more are kept} */
    boolean isFull(int role) {
        LocalState state = at[role];
        MessageQueue queue = state.edge == LocalState.UNSEEN ? null : edges[state.edge];
        return state.kind == LocalState.Kind.SEND && queue != null && queue.size() == MAX_UNDER_WAY;
    }

    /** {@return whether the message taken last on this edge had this label} */
    boolean wasTakenLast(int edge, @Nullable String label) {
        String last = lastTaken[edge];
        return last != null && (label == null || last.equals(label));
    }

    boolean isSameAs(Configuration other) {
        if (!Arrays.equals(at, other.at) || underWay != other.underWay || !Arrays.equals(lastTaken, other.lastTaken)) {
            return false;
        }
        for (int i = 0; i < edges.length; i++) {
            MessageQueue mine = edges[i];
            MessageQueue theirs = other.edges[i];
            int mySize = mine == null ? 0 : mine.size();
            int theirSize = theirs == null ? 0 : theirs.size();
            if (mySize != theirSize || (mySize > 0 && mine != null && theirs != null && !mine.holdsSameAs(theirs))) {
                return false;
            }
        }
        return true;
    }
}

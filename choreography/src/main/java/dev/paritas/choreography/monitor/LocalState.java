package dev.paritas.choreography.monitor;

import java.util.ArrayList;
import java.util.List;

/**
 * A point of a role's local type, its recursion resolved: states refer to each other in circles and are compared by
 * identity. Filled while its automaton is built, and never changed afterwards.
 */
final class LocalState {
    enum Kind {
        SEND,
        RECEIVE,
        END,
        /** The role was seen to end: nothing may follow. */
        ENDED
    }

    /** The edge of a message whose other end nobody watches. */
    static final int UNSEEN = -1;

    static final LocalState END = new LocalState(Kind.END, "", UNSEEN, new String[0]);
    static final LocalState ENDED = new LocalState(Kind.ENDED, "", UNSEEN, new String[0]);

    final Kind kind;
    final String partner;
    /** Place of the queue that a send fills or a receive empties. */
    final int edge;

    private final String[] labels;
    private final LocalState[] next;

    LocalState(Kind kind, String partner, int edge, String[] labels) {
        this.kind = kind;
        this.partner = partner;
        this.edge = edge;
        this.labels = labels;
        this.next = new LocalState[labels.length];
    }

    void lead(int branch, LocalState state) {
        next[branch] = state;
    }

    boolean isFinal() {
        return kind == Kind.END || kind == Kind.ENDED;
    }

    int branches() {
        return labels.length;
    }

    String label(int branch) {
        return labels[branch];
    }

    LocalState next(int branch) {
        return next[branch];
    }

    /** {@return the place of the branch with this label, or -1} */
    int branch(String label) {
        for (int i = 0; i < labels.length; i++) {
            if (labels[i].equals(label)) {
                return i;
            }
        }
        return -1;
    }

    /** {@return what a role may do here, in words} */
    List<String> allowed() {
        List<String> words = new ArrayList<>();
        for (String label : labels) {
            words.add(
                    kind == Kind.SEND
                            ? "send '" + label + "' to " + partner
                            : "receive '" + label + "' from " + partner);
        }
        if (kind == Kind.END) {
            words.add("end");
        }
        return words;
    }
}

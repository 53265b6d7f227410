package dev.paritas.choreography.path;

import dev.paritas.choreography.type.GlobalType;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A protocol as a graph: its nodes in pre-order, a variable leading back to its binder. Two places with equal types are two
 * nodes.
 */
final class FlatProtocol {
    /** Parts of a protocol with its loops written out; documents and projections of more are no use to anybody. */
    static final long MOST_PARTS = 100_000;

    private static final int NONE = -1;

    private record Waiting(GlobalType type, int parent, int branch, int scope) {}

    private final List<GlobalType> nodes = new ArrayList<>();
    private final List<int[]> children = new ArrayList<>();
    /** The innermost binder around each node, or {@link #NONE}; of a variable, its own binder. */
    private final List<Integer> scopes = new ArrayList<>();

    private final List<Integer> firstBranch = new ArrayList<>();
    private final Map<Integer, GlobalType> closed = new HashMap<>();
    private final int[] ends;
    private final long[] closedSizes;
    private int branches;

    /** @param type well-formed */
    FlatProtocol(GlobalType type) {
        Deque<Waiting> waiting = new ArrayDeque<>(List.of(new Waiting(type, NONE, 0, NONE)));
        while (!waiting.isEmpty()) {
            Waiting next = waiting.pop();
            int here = add(next);
            int inner = next.type instanceof GlobalType.Mu ? here : next.scope;
            for (int i = next.type.arity() - 1; i >= 0; i--) {
                waiting.push(new Waiting(next.type.child(i), here, i, inner));
            }
        }
        ends = ends();
        closedSizes = binderSizes();
    }

    private int add(Waiting next) {
        int here = nodes.size();
        nodes.add(next.type);
        children.add(new int[next.type.arity()]);
        scopes.add(next.type instanceof GlobalType.Var(String name) ? binder(name, next.scope) : next.scope);
        firstBranch.add(branches);
        if (choice(here) != null) {
            branches += next.type.arity();
        }
        if (next.parent != NONE) {
            children.get(next.parent)[next.branch] = here;
        }
        return here;
    }

    private int binder(String name, int scope) {
        int at = scope;
        while (!(nodes.get(at) instanceof GlobalType.Mu(String var, GlobalType ignored) && var.equals(name))) {
            at = scopes.get(at);
        }
        return at;
    }

    /** The node behind each one's last part. */
    private int[] ends() {
        int[] found = new int[nodes.size()];
        for (int i = nodes.size() - 1; i >= 0; i--) {
            int[] below = children.get(i);
            found[i] = below.length == 0 ? i + 1 : found[below[below.length - 1]];
        }
        return found;
    }

    /** {@return the parts of each binder's closed type; what is in front of a binder knows nothing of it} */
    private long[] binderSizes() {
        long[] sizes = new long[nodes.size()];
        for (int i = 0; i < sizes.length; i++) {
            if (nodes.get(i) instanceof GlobalType.Mu) {
                sizes[i] = size(i, sizes);
            }
        }
        return sizes;
    }

    private long size(int at, long[] binders) {
        long size = 0;
        for (int i = at; i < ends[at]; i++) {
            boolean free = nodes.get(i) instanceof GlobalType.Var && scopes.get(i) < at;
            size = Math.min(MOST_PARTS + 1, size + (free ? binders[scopes.get(i)] : 1));
        }
        return size;
    }

    /** {@return the parts of {@link #closed}, or one more than may be} */
    long closedSize(int at) {
        return size(at, closedSizes);
    }

    /** {@return the branches of all places with more than one} */
    int branches() {
        return branches;
    }

    int size() {
        return nodes.size();
    }

    GlobalType node(int at) {
        return nodes.get(at);
    }

    /** {@return where branch {@code branch} of the node leads; of a variable, its binder} */
    int next(int at, int branch) {
        return nodes.get(at) instanceof GlobalType.Var ? scopes.get(at) : children.get(at)[branch];
    }

    /** {@return the communication at this node when it has several branches} */
    GlobalType.@Nullable Comm choice(int at) {
        return nodes.get(at) instanceof GlobalType.Comm comm && comm.branches().size() > 1 ? comm : null;
    }

    /** {@return the number of a branch among {@link #branches}} */
    int number(int at, int branch) {
        return firstBranch.get(at) + branch;
    }

    /**
     * {@return the node's type with the loops around it for its free variables}
     *
     * @throws ProblemException {@link PathProblem.PathTooLong}
     */
    GlobalType closed(int at) {
        GlobalType known = closed.get(at);
        if (known != null) {
            return known;
        }
        if (closedSize(at) > MOST_PARTS) {
            throw new ProblemException(new PathProblem.PathTooLong(MOST_PARTS));
        }
        List<Integer> around = new ArrayList<>();
        for (int binder = scopes.get(at); binder != NONE; binder = scopes.get(binder)) {
            around.add(binder);
        }
        GlobalType type = nodes.get(at);
        if (type instanceof GlobalType.Var) {
            type = closed(around.getFirst());
        } else {
            // The outermost is closed first, so none of them has to wait for another.
            around.reversed().forEach(this::closed);
            for (int binder : around) {
                type = type.substitute(((GlobalType.Mu) nodes.get(binder)).var(), closed(binder));
            }
        }
        closed.put(at, type);
        return type;
    }
}

package dev.paritas.choreography.json;

import dev.paritas.choreography.type.Choosing;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.choreography.type.PayloadSort;
import dev.paritas.choreography.type.Term;
import dev.paritas.semanticobjects.json.JsonOutput;
import java.util.Arrays;

/**
 * Writes the exchange form, members ascending, any depth, no validation (spec 10 §5.2). Value types on local branches
 * are not part of it.
 */
abstract sealed class TypeWriter<N extends Term<N>> {
    static void write(JsonOutput out, GlobalType type) {
        new Globals(out).all(type);
    }

    static void write(JsonOutput out, LocalType type) {
        new Locals(out).all(type);
    }

    final JsonOutput out;

    TypeWriter(JsonOutput out) {
        this.out = out;
    }

    /** Writes what stands before a child: the node's opening, or a separator. */
    abstract void before(N node, int child);

    /** Writes what stands after the last child; the whole node when it has none. */
    abstract void close(N node);

    @SuppressWarnings("unchecked") // the array holds open nodes only
    final void all(N root) {
        Object[] nodes = new Object[32];
        int[] begun = new int[32];
        int open = 0;
        N node = root;
        while (true) {
            int child = 0;
            while (child == node.arity()) {
                close(node);
                if (open == 0) {
                    return;
                }
                node = (N) nodes[--open];
                child = begun[open];
            }
            before(node, child);
            if (open == nodes.length) {
                nodes = Arrays.copyOf(nodes, 2 * open);
                begun = Arrays.copyOf(begun, 2 * open);
            }
            nodes[open] = node;
            begun[open++] = child + 1;
            node = node.child(child);
        }
    }

    final void label(Label label) {
        out.name("label").beginObject().name("name").string(label.name()).name("sort");
        sort(label.sort());
        out.endObject();
    }

    private void sort(PayloadSort sort) {
        if (sort.isSimple()) {
            out.string(word(sort));
        } else {
            new Sorts(out).all(sort);
        }
    }

    static String word(PayloadSort sort) {
        return switch (sort) {
            case PayloadSort.Unit _ -> "unit";
            case PayloadSort.Nat _ -> "nat";
            case PayloadSort.Bool _ -> "bool";
            case PayloadSort.Text _ -> "string";
            case PayloadSort.Real _ -> "real";
            case PayloadSort.Vector _ -> "vector";
            case PayloadSort.Prod _ -> "prod";
        };
    }

    final void beforeBranch(Choosing choice, int child) {
        if (child == 0) {
            out.beginObject().name("branches").beginArray();
        } else {
            afterBranch(choice, child - 1);
        }
        out.beginObject().name("continuation");
    }

    /** Closes the last branch and the list. */
    final void closeBranches(Choosing choice) {
        if (choice.branches().isEmpty()) {
            out.beginObject().name("branches").beginArray();
        } else {
            afterBranch(choice, choice.branches().size() - 1);
        }
        out.endArray();
    }

    private void afterBranch(Choosing choice, int child) {
        label(choice.branches().get(child).label());
        out.endObject();
    }

    private static final class Globals extends TypeWriter<GlobalType> {
        Globals(JsonOutput out) {
            super(out);
        }

        @Override
        void before(GlobalType node, int child) {
            switch (node) {
                case GlobalType.Comm comm -> beforeBranch(comm, child);
                case GlobalType.Mu _ -> out.beginObject().name("body");
                case GlobalType.Delegate _ -> out.beginObject().name("continuation");
                case GlobalType.End _, GlobalType.Var _ -> {}
            }
        }

        @Override
        void close(GlobalType node) {
            switch (node) {
                case GlobalType.End _ -> out.beginObject().name("kind").string("end");
                case GlobalType.Comm comm -> {
                    closeBranches(comm);
                    out.name("kind").string("comm").name("receiver").string(comm.receiver());
                    out.name("sender").string(comm.sender());
                }
                case GlobalType.Mu mu ->
                    out.name("kind").string("rec").name("var").string(mu.var());
                case GlobalType.Var var ->
                    out.beginObject().name("kind").string("var").name("name").string(var.name());
                case GlobalType.Delegate delegate ->
                    out.name("delegatee")
                            .string(delegate.delegatee())
                            .name("delegator")
                            .string(delegate.delegator())
                            .name("kind")
                            .string("delegate")
                            .name("role")
                            .string(delegate.role())
                            .name("session_id")
                            .unsigned(delegate.sessionId());
            }
            out.endObject();
        }
    }

    private static final class Locals extends TypeWriter<LocalType> {
        Locals(JsonOutput out) {
            super(out);
        }

        @Override
        void before(LocalType node, int child) {
            switch (node) {
                case LocalType.Choice choice -> beforeBranch(choice, child);
                case LocalType.Mu _ -> out.beginObject().name("body");
                case LocalType.End _, LocalType.Var _ -> {}
            }
        }

        @Override
        void close(LocalType node) {
            switch (node) {
                case LocalType.End _ -> out.beginObject().name("kind").string("end");
                case LocalType.Choice choice -> {
                    closeBranches(choice);
                    out.name("kind").string(choice instanceof LocalType.Send ? "send" : "recv");
                    out.name("partner").string(choice.partner());
                }
                case LocalType.Mu mu ->
                    out.name("kind").string("rec").name("var").string(mu.var());
                case LocalType.Var var ->
                    out.beginObject().name("kind").string("var").name("name").string(var.name());
            }
            out.endObject();
        }
    }

    private static final class Sorts extends TypeWriter<PayloadSort> {
        Sorts(JsonOutput out) {
            super(out);
        }

        @Override
        void before(PayloadSort node, int child) {
            if (child == 0) {
                out.beginObject().name("prod").beginArray();
            }
        }

        @Override
        void close(PayloadSort node) {
            switch (node) {
                case PayloadSort.Prod _ -> out.endArray().endObject();
                case PayloadSort.Vector(long size) ->
                    out.beginObject().name("vector").unsigned(size).endObject();
                case PayloadSort.Unit _,
                        PayloadSort.Nat _,
                        PayloadSort.Bool _,
                        PayloadSort.Text _,
                        PayloadSort.Real _ -> out.string(word(node));
            }
        }
    }
}

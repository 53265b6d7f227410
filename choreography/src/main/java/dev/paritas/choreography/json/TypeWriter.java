package dev.paritas.choreography.json;

import dev.paritas.choreography.type.Choosing;
import dev.paritas.choreography.type.GlobalType;
import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.LocalType;
import dev.paritas.choreography.type.PayloadSort;
import dev.paritas.choreography.type.Term;
import dev.paritas.semanticobjects.json.EncodedText;
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
        out.name(Words.LABEL)
                .beginObject()
                .name(Words.NAME)
                .string(label.name())
                .name(Words.SORT);
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

    private static EncodedText word(PayloadSort sort) {
        return switch (sort) {
            case PayloadSort.Unit ignored -> Words.UNIT;
            case PayloadSort.Nat ignored -> Words.NAT;
            case PayloadSort.Bool ignored -> Words.BOOL;
            case PayloadSort.Text ignored -> Words.STRING;
            case PayloadSort.Real ignored -> Words.REAL;
            case PayloadSort.Vector ignored -> Words.VECTOR;
            case PayloadSort.Prod ignored -> Words.PROD;
        };
    }

    final void beforeBranch(Choosing choice, int child) {
        if (child == 0) {
            out.beginObject().name(Words.BRANCHES).beginArray();
        } else {
            afterBranch(choice, child - 1);
        }
        out.beginObject().name(Words.CONTINUATION);
    }

    /** Closes the last branch and the list. */
    final void closeBranches(Choosing choice) {
        if (choice.branches().isEmpty()) {
            out.beginObject().name(Words.BRANCHES).beginArray();
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
                case GlobalType.Mu ignored -> out.beginObject().name(Words.BODY);
                case GlobalType.Delegate ignored -> out.beginObject().name(Words.CONTINUATION);
                case GlobalType.End ignored -> {}
                case GlobalType.Var ignored -> {}
            }
        }

        @Override
        void close(GlobalType node) {
            switch (node) {
                case GlobalType.End ignored ->
                    out.beginObject().name(Words.KIND).string(Words.END);
                case GlobalType.Comm comm -> {
                    closeBranches(comm);
                    out.name(Words.KIND).string(Words.COMM).name(Words.RECEIVER).string(comm.receiver());
                    out.name(Words.SENDER).string(comm.sender());
                }
                case GlobalType.Mu mu ->
                    out.name(Words.KIND).string(Words.REC).name(Words.VAR).string(mu.var());
                case GlobalType.Var var ->
                    out.beginObject()
                            .name(Words.KIND)
                            .string(Words.VAR)
                            .name(Words.NAME)
                            .string(var.name());
                case GlobalType.Delegate delegate ->
                    out.name("delegatee")
                            .string(delegate.delegatee())
                            .name("delegator")
                            .string(delegate.delegator())
                            .name(Words.KIND)
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
                case LocalType.Mu ignored -> out.beginObject().name(Words.BODY);
                case LocalType.End ignored -> {}
                case LocalType.Var ignored -> {}
            }
        }

        @Override
        void close(LocalType node) {
            switch (node) {
                case LocalType.End ignored -> out.beginObject().name(Words.KIND).string(Words.END);
                case LocalType.Choice choice -> {
                    closeBranches(choice);
                    out.name(Words.KIND).string(choice instanceof LocalType.Send ? Words.SEND : Words.RECV);
                    out.name(Words.PARTNER).string(choice.partner());
                }
                case LocalType.Mu mu ->
                    out.name(Words.KIND).string(Words.REC).name(Words.VAR).string(mu.var());
                case LocalType.Var var ->
                    out.beginObject()
                            .name(Words.KIND)
                            .string(Words.VAR)
                            .name(Words.NAME)
                            .string(var.name());
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
                out.beginObject().name(Words.PROD).beginArray();
            }
        }

        @Override
        void close(PayloadSort node) {
            switch (node) {
                case PayloadSort.Prod ignored -> out.endArray().endObject();
                case PayloadSort.Vector(long size) ->
                    out.beginObject().name(Words.VECTOR).unsigned(size).endObject();
                case PayloadSort.Unit ignored -> out.string(word(node));
                case PayloadSort.Nat ignored -> out.string(word(node));
                case PayloadSort.Bool ignored -> out.string(word(node));
                case PayloadSort.Text ignored -> out.string(word(node));
                case PayloadSort.Real ignored -> out.string(word(node));
            }
        }
    }

    /** The fixed words of the form, encoded once. */
    private static final class Words {
        static final EncodedText BODY = EncodedText.of("body");
        static final EncodedText BOOL = EncodedText.of("bool");
        static final EncodedText BRANCHES = EncodedText.of("branches");
        static final EncodedText COMM = EncodedText.of("comm");
        static final EncodedText CONTINUATION = EncodedText.of("continuation");
        static final EncodedText END = EncodedText.of("end");
        static final EncodedText KIND = EncodedText.of("kind");
        static final EncodedText LABEL = EncodedText.of("label");
        static final EncodedText NAME = EncodedText.of("name");
        static final EncodedText NAT = EncodedText.of("nat");
        static final EncodedText PARTNER = EncodedText.of("partner");
        static final EncodedText PROD = EncodedText.of("prod");
        static final EncodedText REAL = EncodedText.of("real");
        static final EncodedText REC = EncodedText.of("rec");
        static final EncodedText RECEIVER = EncodedText.of("receiver");
        static final EncodedText RECV = EncodedText.of("recv");
        static final EncodedText SEND = EncodedText.of("send");
        static final EncodedText SENDER = EncodedText.of("sender");
        static final EncodedText SORT = EncodedText.of("sort");
        static final EncodedText STRING = EncodedText.of("string");
        static final EncodedText UNIT = EncodedText.of("unit");
        static final EncodedText VAR = EncodedText.of("var");
        static final EncodedText VECTOR = EncodedText.of("vector");

        private Words() {}
    }
}

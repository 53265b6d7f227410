package dev.paritas.choreography.json;

import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.SessionType;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One node that the formal model's reader has begun: hands out its continuations, takes their types back. */
abstract sealed class ModelNode<T extends SessionType<T>, B> {
    /** {@return the next continuation to read} */
    abstract Optional<JsonValue> nextChild();

    abstract void take(T child);

    abstract T finished();

    /** Reads the head of {@code json}, fields in the model's order. */
    static <T extends SessionType<T>, B> ModelNode<T, B> of(Dialect<T, B> dialect, JsonValue json) {
        String word = ModelTypeReader.text(json, "kind");
        if (word.equals("delegate")) {
            Optional<UnaryOperator<T>> delegation = dialect.delegation(json);
            if (delegation.isPresent()) {
                return new Single<>(ModelTypeReader.member(json, "continuation"), delegation.get());
            }
        }
        Kind kind = Kind.ofWord(word);
        if (kind == null || !dialect.knows(kind)) {
            throw new ProblemException(new ModelDecodeProblem("invalid " + dialect.modelName() + " kind: " + word));
        }
        return switch (kind) {
            case END -> new Leaf<>(dialect.end());
            case VAR -> new Leaf<>(dialect.variable(ModelTypeReader.text(json, "name")));
            case REC -> {
                String var = ModelTypeReader.text(json, "var");
                yield new Single<>(ModelTypeReader.member(json, "body"), body -> dialect.recursion(var, body));
            }
            case COMM -> {
                String sender = ModelTypeReader.text(json, "sender");
                String receiver = ModelTypeReader.text(json, "receiver");
                yield new Branches<>(dialect, kind, sender, receiver, json);
            }
            case SEND, RECV -> {
                String partner = ModelTypeReader.text(json, "partner");
                yield new Branches<>(dialect, kind, partner, partner, json);
            }
        };
    }

    private static final class Leaf<T extends SessionType<T>, B> extends ModelNode<T, B> {
        private final T type;

        Leaf(T type) {
            this.type = type;
        }

        @Override
        Optional<JsonValue> nextChild() {
            return Optional.empty();
        }

        @Override
        void take(T child) {
            throw new IllegalStateException("a leaf has no continuation");
        }

        @Override
        T finished() {
            return type;
        }
    }

    private static final class Single<T extends SessionType<T>, B> extends ModelNode<T, B> {
        private final JsonValue child;
        private final UnaryOperator<T> head;
        private final List<T> taken = new ArrayList<>(1);

        Single(JsonValue child, UnaryOperator<T> head) {
            this.child = child;
            this.head = head;
        }

        @Override
        Optional<JsonValue> nextChild() {
            return taken.isEmpty() ? Optional.of(child) : Optional.empty();
        }

        @Override
        void take(T type) {
            taken.add(type);
        }

        @Override
        T finished() {
            return head.apply(taken.getFirst());
        }
    }

    /** A branch's label is read when its turn comes, before its continuation. */
    private static final class Branches<T extends SessionType<T>, B> extends ModelNode<T, B> {
        private final Dialect<T, B> dialect;
        private final Kind kind;
        private final String first;
        private final String second;
        private final List<JsonValue> elements;
        private final List<B> branches = new ArrayList<>();
        private Label label = Label.of("");

        Branches(Dialect<T, B> dialect, Kind kind, String first, String second, JsonValue json) {
            this.dialect = dialect;
            this.kind = kind;
            this.first = first;
            this.second = second;
            this.elements = ModelTypeReader.array(ModelTypeReader.member(json, "branches"));
        }

        @Override
        Optional<JsonValue> nextChild() {
            if (branches.size() == elements.size()) {
                return Optional.empty();
            }
            JsonValue element = elements.get(branches.size());
            label = ModelLabel.decode(ModelTypeReader.member(element, "label"));
            return Optional.of(ModelTypeReader.member(element, "continuation"));
        }

        @Override
        void take(T continuation) {
            branches.add(dialect.branch(label, continuation));
        }

        @Override
        T finished() {
            return dialect.choice(kind, first, second, branches);
        }
    }
}

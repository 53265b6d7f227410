package dev.paritas.choreography.json;

import dev.paritas.choreography.type.Label;
import dev.paritas.choreography.type.PayloadSort;
import dev.paritas.choreography.type.SessionType;
import dev.paritas.semanticobjects.json.JsonValue;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads a type from a JSON tree, refusing exactly as the reference does and in its order (spec 10 §5.3). */
final class ExactReader<T extends SessionType<T>, B> {
    private static final int MAX_DEPTH = 256;

    private final Dialect<T, B> dialect;
    private final Deque<String> path = new ArrayDeque<>();

    ExactReader(Dialect<T, B> dialect) {
        this.dialect = dialect;
    }

    /** @throws ProblemException ({@link ImportRefusal}) with the JSON pointer of the offending value */
    T read(JsonValue json) {
        return type(json, 0);
    }

    private T type(JsonValue json, int depth) {
        checkDepth(depth);
        if (!(json instanceof JsonValue.Obj object)
                || !(object.members().get("kind") instanceof JsonValue.Text(String word))) {
            throw refuse(new ImportError.MissingField("kind"));
        }
        Kind kind = kind(word);
        closed(object, kind);
        return switch (kind) {
            case END -> dialect.end();
            case VAR -> dialect.variable(text(object, "name"));
            case REC -> {
                String var = text(object, "var");
                JsonValue body = required(object, "body", "body");
                path.addLast("body");
                T inner = type(body, depth + 2);
                path.removeLast();
                yield dialect.recursion(var, inner);
            }
            case COMM -> {
                String sender = text(object, "sender");
                String receiver = text(object, "receiver");
                yield dialect.choice(kind, sender, receiver, branches(object, depth + 2));
            }
            case SEND, RECV -> {
                String partner = text(object, "partner");
                yield dialect.choice(kind, partner, partner, branches(object, depth + 2));
            }
        };
    }

    private Kind kind(String word) {
        Kind kind = Kind.ofWord(word);
        if (kind != null && dialect.knows(kind)) {
            return kind;
        }
        throw refuseAt("kind", new ImportError.InvalidKind(word));
    }

    private void closed(JsonValue.Obj object, Kind kind) {
        closed(object, dialect.word() + " " + kind.word(), kind::allows);
    }

    /** Members come ascending, so the first foreign one is the one to name. */
    private void closed(JsonValue.Obj object, String context, Predicate<String> allowed) {
        for (String name : object.members().keySet()) {
            if (!allowed.test(name)) {
                throw refuseAt(name, new ImportError.UnexpectedField(context, name));
            }
        }
    }

    private List<B> branches(JsonValue.Obj choice, int depth) {
        JsonValue value = required(choice, "branches", "branches");
        if (!(value instanceof JsonValue.Array(List<JsonValue> elements))) {
            throw refuseAt("branches", new ImportError.ExpectedArray(value.compactText()));
        }
        path.addLast("branches");
        checkDepth(depth);
        List<B> branches = new ArrayList<>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            path.addLast(Integer.toString(i));
            branches.add(branch(elements.get(i), depth));
            path.removeLast();
        }
        path.removeLast();
        return branches;
    }

    private B branch(JsonValue json, int depth) {
        if (!(json instanceof JsonValue.Obj object)) {
            throw refuse(new ImportError.ExpectedObject(json.compactText()));
        }
        closed(object, dialect.word() + " branch", Set.of("label", "continuation")::contains);
        JsonValue named = required(object, "label", "label in branch");
        path.addLast("label");
        Label label = label(named);
        path.removeLast();
        JsonValue next = required(object, "continuation", "continuation in branch");
        path.addLast("continuation");
        T continuation = type(next, depth + 1);
        path.removeLast();
        return dialect.branch(label, continuation);
    }

    private Label label(JsonValue json) {
        if (!(json instanceof JsonValue.Obj object)) {
            throw refuse(new ImportError.ExpectedObject(json.compactText()));
        }
        closed(object, "label", Set.of("name", "sort")::contains);
        if (!(object.members().get("name") instanceof JsonValue.Text(String name))) {
            throw refuse(new ImportError.MissingField("name in label"));
        }
        JsonValue sort = object.members().get("sort");
        if (sort == null) {
            return Label.of(name);
        }
        path.addLast("sort");
        Label label = new Label(name, sort(sort));
        path.removeLast();
        return label;
    }

    private PayloadSort sort(JsonValue json) {
        return switch (json) {
            case JsonValue.Text(String word) -> {
                PayloadSort simple = SortWords.read(word);
                if (simple == null) {
                    throw refuse(new ImportError.InvalidSort(word));
                }
                yield simple;
            }
            case JsonValue.Obj object -> compound(object);
            case JsonValue.Null ignored -> throw refuse(new ImportError.InvalidSort(json.compactText()));
            case JsonValue.Bool ignored -> throw refuse(new ImportError.InvalidSort(json.compactText()));
            case JsonValue.Num ignored -> throw refuse(new ImportError.InvalidSort(json.compactText()));
            case JsonValue.Array ignored -> throw refuse(new ImportError.InvalidSort(json.compactText()));
        };
    }

    private PayloadSort compound(JsonValue.Obj object) {
        if (object.members().size() != 1) {
            throw refuse(new ImportError.UnexpectedField(
                    "sort", String.join(", ", object.members().keySet())));
        }
        if (object.members().get("prod") instanceof JsonValue.Array(List<JsonValue> parts)) {
            if (parts.size() != 2) {
                throw refuseAt("prod", new ImportError.InvalidSort("prod must have 2 elements"));
            }
            path.addLast("prod");
            path.addLast("0");
            PayloadSort left = sort(parts.get(0));
            path.removeLast();
            path.addLast("1");
            PayloadSort right = sort(parts.get(1));
            path.removeLast();
            path.removeLast();
            return new PayloadSort.Prod(left, right);
        }
        if (object.members().get("vector") instanceof JsonValue.Num size && size.isUnsigned()) {
            return new PayloadSort.Vector(size.unsignedValue());
        }
        throw refuse(new ImportError.InvalidSort(ValueDebug.ofMembers(object)));
    }

    private String text(JsonValue.Obj object, String field) {
        JsonValue value = required(object, field, field);
        if (!(value instanceof JsonValue.Text(String text))) {
            throw refuseAt(field, new ImportError.ExpectedString(value.compactText()));
        }
        return text;
    }

    private JsonValue required(JsonValue.Obj object, String field, String missing) {
        @Nullable JsonValue value = object.members().get(field);
        if (value == null) {
            throw refuse(new ImportError.MissingField(missing));
        }
        return value;
    }

    private void checkDepth(int depth) {
        if (depth > MAX_DEPTH) {
            throw refuse(new ImportError.InputTooDeep());
        }
    }

    private ProblemException refuseAt(String member, ImportError error) {
        path.addLast(member);
        return refuse(error);
    }

    private ProblemException refuse(ImportError error) {
        StringBuilder pointer = new StringBuilder();
        path.forEach(
                segment -> pointer.append('/').append(segment.replace("~", "~0").replace("/", "~1")));
        return new ProblemException(new ImportRefusal(error, pointer.toString(), 0, 0));
    }
}

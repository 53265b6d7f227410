package dev.paritas.semanticobjects.json;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads and writes whole trees with the open arrays and objects on the heap. */
final class JsonValueCodec implements Codec<JsonValue> {
    private final Function<String, ? extends JsonValue> numbers;

    JsonValueCodec(Function<String, ? extends JsonValue> numbers) {
        this.numbers = numbers;
    }

    @Override
    public JsonValue read(JsonInput in) {
        Deque<Open> open = new ArrayDeque<>();
        while (true) {
            if (in.atArray()) {
                in.beginArray();
                open.push(new Open.Items());
            } else if (in.atObject()) {
                in.beginObject();
                open.push(new Open.Members());
            } else {
                JsonValue scalar = scalar(in);
                if (open.isEmpty()) {
                    return scalar;
                }
                open.peek().take(scalar);
            }
            while (!open.element().hasNext(in)) {
                JsonValue closed = open.pop().closed();
                if (open.isEmpty()) {
                    return closed;
                }
                open.element().take(closed);
            }
        }
    }

    private JsonValue scalar(JsonInput in) {
        return switch (in.token()) {
            case VALUE_NULL -> {
                in.readNull();
                yield JsonValue.NULL;
            }
            case VALUE_TRUE, VALUE_FALSE -> in.readBoolean() ? JsonValue.TRUE : JsonValue.FALSE;
            case VALUE_STRING -> new JsonValue.Text(in.readString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                try {
                    yield numbers.apply(in.readNumberText());
                } catch (IllegalArgumentException e) {
                    throw in.fail(JsonErrorCode.BAD_NUMBER, "number is out of range");
                }
            }
            default -> throw in.wrongType("a JSON value");
        };
    }

    @Override
    public void write(JsonOutput out, JsonValue root) {
        Deque<Begun> begun = new ArrayDeque<>();
        JsonValue value = root;
        while (true) {
            switch (value) {
                case JsonValue.Null() -> out.nullValue();
                case JsonValue.Bool(boolean bool) -> out.bool(bool);
                case JsonValue.Text(String text) -> out.string(text);
                case JsonValue.Num(String text) -> out.numberText(text);
                case JsonValue.Array(List<JsonValue> elements) -> {
                    out.beginArray();
                    begun.push(new Begun.Items(elements.iterator()));
                }
                case JsonValue.Obj(SortedMap<String, JsonValue> members) -> {
                    out.beginObject();
                    begun.push(new Begun.Members(members.entrySet().iterator()));
                }
            }
            JsonValue next = null;
            while (next == null) {
                if (begun.isEmpty()) {
                    return;
                }
                next = begun.element().next(out);
                if (next == null) {
                    begun.pop();
                }
            }
            value = next;
        }
    }

    @Override
    public Shape shape() {
        return new Shape.Any();
    }

    /** An array or object that is being read. */
    private sealed interface Open {
        boolean hasNext(JsonInput in);

        void take(JsonValue value);

        JsonValue closed();

        final class Items implements Open {
            private final List<JsonValue> elements = new ArrayList<>();

            @Override
            public boolean hasNext(JsonInput in) {
                return in.nextElement();
            }

            @Override
            public void take(JsonValue value) {
                elements.add(value);
            }

            @Override
            public JsonValue closed() {
                return new JsonValue.Array(elements);
            }
        }

        final class Members implements Open {
            private final TreeMap<String, JsonValue> members = new TreeMap<>(CodePointOrder.INSTANCE);
            private String name = "";

            @Override
            public boolean hasNext(JsonInput in) {
                String next = in.nextMember();
                if (next == null) {
                    return false;
                }
                if (in.policy().rejectDuplicates() && members.containsKey(next)) {
                    throw in.fail(JsonErrorCode.DUPLICATE_MEMBER, "member '" + next + "' appears twice");
                }
                name = next;
                return true;
            }

            @Override
            public void take(JsonValue value) {
                members.put(name, value);
            }

            @Override
            public JsonValue closed() {
                return new JsonValue.Obj((SortedMap<String, JsonValue>) members);
            }
        }
    }

    /** An array or object that is being written. */
    private sealed interface Begun {
        /** {@return the next value, its name written; null when all are written, the end included} */
        @Nullable
        JsonValue next(JsonOutput out);

        record Items(Iterator<JsonValue> left) implements Begun {
            @Override
            public @Nullable JsonValue next(JsonOutput out) {
                if (left.hasNext()) {
                    return left.next();
                }
                out.endArray();
                return null;
            }
        }

        record Members(Iterator<Map.Entry<String, JsonValue>> left) implements Begun {
            @Override
            public @Nullable JsonValue next(JsonOutput out) {
                if (left.hasNext()) {
                    Map.Entry<String, JsonValue> member = left.next();
                    out.name(member.getKey());
                    return member.getValue();
                }
                out.endObject();
                return null;
            }
        }
    }
}

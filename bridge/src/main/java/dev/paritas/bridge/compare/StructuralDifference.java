package dev.paritas.bridge.compare;

import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Walks two JSON values side by side: members ascending by name, elements by index; the order of elements counts. */
public final class StructuralDifference {
    private final List<JsonDifference> found = new ArrayList<>();
    private final int limit;

    private StructuralDifference(int limit) {
        this.limit = limit;
    }

    /** {@return the first difference in document order; empty when the values are equal} */
    public static Optional<JsonDifference> first(JsonValue left, JsonValue right) {
        return all(left, right, 1).stream().findFirst();
    }

    /** {@return the differences in document order, at most {@code limit}; a differing subtree counts once per leaf} */
    public static List<JsonDifference> all(JsonValue left, JsonValue right, int limit) {
        StructuralDifference walk = new StructuralDifference(limit);
        walk.compare("", left, right);
        return List.copyOf(walk.found);
    }

    /** {@return the first difference between the JSON forms of two values of one type} */
    public static <T> Optional<JsonDifference> first(Codec<T> codec, T left, T right) {
        return left.equals(right) ? Optional.empty() : first(codec.toTree(left), codec.toTree(right));
    }

    /** {@return the JSON forms of {@code values} as one array} */
    public static <T> JsonValue array(Codec<T> codec, List<T> values) {
        return new JsonValue.Array(
                values.stream().map(value -> codec.toTree(value)).toList());
    }

    private void compare(String pointer, @Nullable JsonValue left, @Nullable JsonValue right) {
        if (found.size() >= limit) {
            return;
        }
        if (left instanceof JsonValue.Obj(var a) && right instanceof JsonValue.Obj(var b)) {
            members(pointer, a, b);
        } else if (left instanceof JsonValue.Array(var a) && right instanceof JsonValue.Array(var b)) {
            elements(pointer, a, b);
        } else if (left == null || !left.equals(right)) {
            found.add(new JsonDifference(pointer, left, right));
        }
    }

    private void members(String pointer, SortedMap<String, JsonValue> left, SortedMap<String, JsonValue> right) {
        TreeSet<String> names = new TreeSet<>(CodePointOrder.INSTANCE);
        names.addAll(left.keySet());
        names.addAll(right.keySet());
        for (String name : names) {
            compare(pointer + "/" + escape(name), left.get(name), right.get(name));
        }
    }

    private void elements(String pointer, List<JsonValue> left, List<JsonValue> right) {
        int longest = Math.max(left.size(), right.size());
        for (int i = 0; i < longest && found.size() < limit; i++) {
            compare(pointer + "/" + i, i < left.size() ? left.get(i) : null, i < right.size() ? right.get(i) : null);
        }
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}

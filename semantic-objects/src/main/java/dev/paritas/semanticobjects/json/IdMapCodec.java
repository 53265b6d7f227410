package dev.paritas.semanticobjects.json;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** An object used as a map from unsigned ids, whose member names are the ids in decimal (spec 21 §16). */
public final class IdMapCodec<V> implements Codec<Map<Long, V>> {
    private final Codec<V> value;

    private IdMapCodec(Codec<V> value) {
        this.value = value;
    }

    public static <V> IdMapCodec<V> of(Codec<V> value) {
        return new IdMapCodec<>(value);
    }

    /** {@return an immutable copy in ascending order of the unsigned ids} */
    public static <V> SortedMap<Long, V> sortedCopy(Map<Long, V> map) {
        TreeMap<Long, V> sorted = new TreeMap<>(Long::compareUnsigned);
        sorted.putAll(map);
        return Collections.unmodifiableSortedMap(sorted);
    }

    @Override
    public void write(JsonOutput out, Map<Long, V> map) {
        out.beginObject();
        if (out.order() == JsonOutput.MemberOrder.DECLARED) {
            sortedCopy(map).forEach((id, item) -> value.write(out.name(Long.toUnsignedString(id)), item));
        } else {
            TreeMap<String, V> byName = new TreeMap<>(); // digits only, so any text order is code point order
            map.forEach((id, item) -> byName.put(Long.toUnsignedString(id), item));
            byName.forEach((name, item) -> value.write(out.name(name), item));
        }
        out.endObject();
    }

    @Override
    public Map<Long, V> read(JsonInput in) {
        in.beginObject();
        TreeMap<Long, V> map = new TreeMap<>(Long::compareUnsigned);
        for (String name = in.nextMember(); name != null; name = in.nextMember()) {
            long id = id(in, name);
            if (in.policy().rejectDuplicates() && map.containsKey(id)) {
                throw in.fail(JsonErrorCode.DUPLICATE_MEMBER, "member '" + name + "' appears twice");
            }
            map.put(id, value.read(in));
        }
        return Collections.unmodifiableSortedMap(map);
    }

    private static long id(JsonInput in, String name) {
        try {
            long id = Long.parseUnsignedLong(name);
            if (Long.toUnsignedString(id).equals(name)) {
                return id;
            }
        } catch (NumberFormatException e) {
            // refused below, like a number in another than its shortest form
        }
        throw in.fail(JsonErrorCode.BAD_NUMBER, "member name '" + name + "' is not an id");
    }

    @Override
    public Shape shape() {
        return new Shape.IdMap(value.shape());
    }
}

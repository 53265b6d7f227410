package dev.paritas.semanticobjects.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.sym.PropertyNameMatcher;

/**
 * A JSON object with a fixed set of members, declared once in the order of the specification's table:
 *
 * <pre>{@code
 * static final ObjectCodec<Edge> CODEC = ObjectCodec.of("Edge", m -> {
 *     var sid = m.required("sid", Codec.U64, Edge::sid);
 *     var sender = m.required("sender", Codec.STRING, Edge::sender);
 *     var receiver = m.required("receiver", Codec.STRING, Edge::receiver);
 *     return in -> new Edge(in.get(sid), in.get(sender), in.get(receiver));
 * });
 * }</pre>
 */
public final class ObjectCodec<T> implements Codec<T> {
    private enum Presence {
        REQUIRED,
        DEFAULTED,
        OMITTED_DEFAULT,
        NULLABLE,
        OMITTABLE
    }

    private record Slot<T>(
            int index,
            SerializableString encodedName,
            Codec<Object> codec,
            Function<T, @Nullable Object> get,
            Presence presence,
            @Nullable Object fallback) {
        String name() {
            return encodedName.getValue();
        }
    }

    /** Handle of a member that always has a value. */
    public record Member<V>(int index) {}

    /** Handle of a member that may be null or absent. */
    public record NullableMember<V>(int index) {}

    /** The values read for one object. */
    public static final class Members {
        private final @Nullable Object[] values;

        private Members(@Nullable Object[] values) {
            this.values = values;
        }

        @SuppressWarnings("unchecked") // the handle was made with the codec that read the value
        public <V> V get(Member<V> member) {
            Object value = values[member.index()];
            if (value == null) {
                throw new IllegalStateException("member without value");
            }
            return (V) value;
        }

        @SuppressWarnings("unchecked")
        public <V> @Nullable V get(NullableMember<V> member) {
            return (V) values[member.index()];
        }
    }

    /** Collects the members in declaration order. */
    public static final class Builder<T> {
        private final List<Slot<T>> slots = new ArrayList<>();
        private final Map<String, Integer> aliases = new HashMap<>();

        private Builder() {}

        /** Must be present, and is always written. */
        public <V> Member<V> required(String name, Codec<V> codec, Function<T, V> get) {
            return new Member<>(add(name, codec, get, Presence.REQUIRED, null));
        }

        /** May be missing on input, where {@code fallback} stands for it; always written. */
        public <V> Member<V> defaulted(String name, Codec<V> codec, Function<T, V> get, V fallback) {
            return new Member<>(add(name, codec, get, Presence.DEFAULTED, fallback));
        }

        /** May be missing on input, where {@code fallback} stands for it; left out when it equals that. */
        public <V> Member<V> omittedDefault(String name, Codec<V> codec, Function<T, V> get, V fallback) {
            return new Member<>(add(name, codec, get, Presence.OMITTED_DEFAULT, fallback));
        }

        /** May be missing or null on input; written as null when absent. */
        public <V> NullableMember<V> nullable(String name, Codec<V> codec, Function<T, @Nullable V> get) {
            return new NullableMember<>(add(name, codec, get, Presence.NULLABLE, null));
        }

        /** May be missing or null on input; left out when absent. */
        public <V> NullableMember<V> omittable(String name, Codec<V> codec, Function<T, @Nullable V> get) {
            return new NullableMember<>(add(name, codec, get, Presence.OMITTABLE, null));
        }

        /** Also reads {@code member} under {@code name}, which is never written and is no part of the shape. */
        public void alias(String name, NullableMember<?> member) {
            aliases.put(name, member.index());
        }

        @SuppressWarnings({"unchecked", "rawtypes"}) // erased once here so that slots of all types share one array
        private int add(String name, Codec codec, Function get, Presence presence, @Nullable Object fallback) {
            slots.add(new Slot<>(slots.size(), new SerializedString(name), codec, get, presence, fallback));
            return slots.size() - 1;
        }
    }

    private final String typeName;
    private final List<Slot<T>> declared;
    private final List<Slot<T>> ascending;
    /** The slots by their places among the {@link #names}: those declared, then those of aliases. */
    private final List<Slot<T>> spelled;

    private final PropertyNameMatcher names;
    private final Function<Members, T> construct;
    private final boolean closed;

    private ObjectCodec(String typeName, Builder<T> builder, boolean closed, Function<Members, T> construct) {
        this.typeName = typeName;
        this.closed = closed;
        List<Slot<T>> slots = builder.slots;
        this.declared = List.copyOf(slots);
        List<Slot<T>> sorted = new ArrayList<>(slots);
        sorted.sort(Comparator.comparing(Slot::name, CodePointOrder.INSTANCE));
        this.ascending = List.copyOf(sorted);
        List<String> spellings = new ArrayList<>(slots.stream().map(Slot::name).toList());
        List<Slot<T>> read = new ArrayList<>(slots);
        builder.aliases.forEach((name, index) -> {
            spellings.add(name);
            read.add(slots.get(index));
        });
        Set<String> known = new HashSet<>();
        for (String name : spellings) {
            if (!known.add(name)) {
                throw new IllegalArgumentException(typeName + " declares " + name + " twice");
            }
        }
        this.names = JsonInput.matcher(spellings);
        this.spelled = List.copyOf(read);
        this.construct = construct;
    }

    public static <T> ObjectCodec<T> of(String typeName, Function<Builder<T>, Function<Members, T>> definition) {
        return define(typeName, false, definition);
    }

    /**
     * {@return a codec that refuses unknown members of its own object under every policy, naming the first of them by code
     * point wherever it stands (spec 22 §14.3)}
     */
    public static <T> ObjectCodec<T> closed(String typeName, Function<Builder<T>, Function<Members, T>> definition) {
        return define(typeName, true, definition);
    }

    private static <T> ObjectCodec<T> define(
            String typeName, boolean closed, Function<Builder<T>, Function<Members, T>> definition) {
        Builder<T> builder = new Builder<>();
        Function<Members, T> construct = definition.apply(builder);
        return new ObjectCodec<>(typeName, builder, closed, construct);
    }

    @Override
    public void write(JsonOutput out, T value) {
        out.beginObject();
        writeMembers(out, value);
        out.endObject();
    }

    void writeMembers(JsonOutput out, T value) {
        List<Slot<T>> slots = out.order() == JsonOutput.MemberOrder.ASCENDING ? ascending : declared;
        for (int i = 0; i < slots.size(); i++) {
            Slot<T> slot = slots.get(i);
            Object item = slot.get().apply(value);
            if (slot.presence() == Presence.OMITTED_DEFAULT && Objects.equals(item, slot.fallback())) {
                continue;
            }
            if (item != null) {
                slot.codec().write(out.name(slot.encodedName()), item);
            } else if (slot.presence() != Presence.OMITTABLE) {
                out.name(slot.encodedName()).nullValue();
            }
        }
    }

    @Override
    public T read(JsonInput in) {
        in.beginObject();
        @Nullable Object[] values = new @Nullable Object[declared.size()];
        boolean[] seen = new boolean[declared.size()];
        String unknown = null;
        for (int place = in.nextMember(names);
                place != PropertyNameMatcher.MATCH_END_OBJECT;
                place = in.nextMember(names)) {
            if (place == PropertyNameMatcher.MATCH_UNKNOWN_NAME) {
                unknown = skipUnknown(in, unknown);
                continue;
            }
            Slot<T> slot = spelled.get(place);
            if (seen[slot.index()] && in.policy().rejectDuplicates()) {
                throw in.fail(JsonErrorCode.DUPLICATE_MEMBER, "member '" + slot.name() + "' appears twice");
            }
            seen[slot.index()] = true;
            boolean mayBeNull = slot.presence() == Presence.NULLABLE || slot.presence() == Presence.OMITTABLE;
            if (mayBeNull && in.atNull()) {
                in.readNull();
                values[slot.index()] = null;
            } else {
                values[slot.index()] = slot.codec().read(in);
            }
        }
        if (closed && unknown != null) {
            throw unknown(in, unknown);
        }
        for (Slot<T> slot : declared) {
            if (!seen[slot.index()]) {
                switch (slot.presence()) {
                    case REQUIRED ->
                        throw in.fail(
                                JsonErrorCode.MISSING_MEMBER, "missing field `" + slot.name() + "` in " + typeName);
                    case DEFAULTED, OMITTED_DEFAULT -> values[slot.index()] = slot.fallback();
                    case NULLABLE, OMITTABLE -> {}
                }
            }
        }
        try {
            return construct.apply(new Members(values));
        } catch (IllegalArgumentException e) {
            throw in.fail(JsonErrorCode.INVALID_VALUE, String.valueOf(e.getMessage()));
        }
    }

    /** {@return the first by code point of {@code met} and the unknown member under the reader} */
    private String skipUnknown(JsonInput in, @Nullable String met) {
        String name = Objects.requireNonNull(in.nextMember());
        if (!closed && in.policy().rejectUnknown()) {
            throw unknown(in, name);
        }
        in.skip();
        return met == null || CodePointOrder.INSTANCE.compare(name, met) < 0 ? name : met;
    }

    private JsonException unknown(JsonInput in, String name) {
        return in.fail(JsonErrorCode.UNKNOWN_MEMBER, "unknown field `" + name + "` in " + typeName);
    }

    @Override
    public Shape.Obj shape() {
        return new Shape.Obj(
                typeName,
                declared.stream()
                        .map(slot -> {
                            Shape inner = slot.codec().shape();
                            boolean nullable =
                                    slot.presence() == Presence.NULLABLE || slot.presence() == Presence.OMITTABLE;
                            return new Shape.Member(
                                    slot.name(),
                                    nullable ? new Shape.Nullable(inner) : inner,
                                    slot.presence() == Presence.REQUIRED);
                        })
                        .toList());
    }

    @Override
    public String toString() {
        return typeName + Arrays.toString(declared.stream().map(Slot::name).toArray());
    }
}

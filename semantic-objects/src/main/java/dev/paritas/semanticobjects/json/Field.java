package dev.paritas.semanticobjects.json;

import dev.paritas.semanticobjects.json.Slot.Presence;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a {@code T} that is a {@code V}: a member of the object that an {@link ObjectCodec} reads and writes. */
public final class Field<T, V extends @Nullable Object> {
    private final List<Slot<T>> slots;
    /** Makes the part of the values of several members; null where it is the value of one. */
    private final @Nullable Construct<V> construct;

    private Field(List<Slot<T>> slots, @Nullable Construct<V> construct) {
        this.slots = slots;
        this.construct = construct;
    }

    /** Must be present, and is always written. */
    public static <T, V> Field<T, V> field(String name, Codec<V> codec, Function<T, V> get) {
        return member(name, codec, get, Presence.REQUIRED, null);
    }

    /** May be missing on input, where {@code fallback} stands for it; always written. */
    public static <T, V> Field<T, V> defaulted(String name, Codec<V> codec, Function<T, V> get, V fallback) {
        return member(name, codec, get, Presence.DEFAULTED, fallback);
    }

    /** May be missing on input, where {@code fallback} stands for it; left out when it equals that. */
    public static <T, V> Field<T, V> omittedDefault(String name, Codec<V> codec, Function<T, V> get, V fallback) {
        return member(name, codec, get, Presence.OMITTED_DEFAULT, fallback);
    }

    /** May be missing or null on input; written as null when absent. */
    public static <T, V> Field<T, @Nullable V> nullable(String name, Codec<V> codec, Function<T, @Nullable V> get) {
        return member(name, codec, get, Presence.NULLABLE, null);
    }

    /** May be missing or null on input; left out when absent. */
    public static <T, V> Field<T, @Nullable V> omittable(String name, Codec<V> codec, Function<T, @Nullable V> get) {
        return member(name, codec, get, Presence.OMITTABLE, null);
    }

    /** A part without an object of its own: its members stand among those of the whole. */
    public static <T, V> Field<T, V> inlined(ObjectCodec<V> part, Function<T, V> get) {
        List<Slot<T>> slots = part.slots().stream().map(slot -> slot.of(get)).toList();
        return new Field<>(slots, part.construct());
    }

    /**
     * {@return this member, which is read under {@code name} as well} That name is never written and is no part of the
     * shape.
     */
    public Field<T, V> alias(String name) {
        if (construct != null) {
            throw new IllegalArgumentException("an inlined part has no name");
        }
        return new Field<>(List.of(slots.getFirst().alias(name)), null);
    }

    List<Slot<T>> slots() {
        return slots;
    }

    boolean isInlined() {
        return construct != null;
    }

    /** {@return the part, made of the values of its members} */
    @Nullable
    Object from(@Nullable Object[] values) {
        return construct == null ? values[0] : construct.from(values);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // erased once here so that members of all types share one array
    private static <T, V extends @Nullable Object> Field<T, V> member(
            String name, Codec codec, Function get, Presence presence, @Nullable Object fallback) {
        return new Field<>(
                List.of(new Slot<T>(0, EncodedText.of(name), codec, get, presence, fallback, List.of())), null);
    }
}

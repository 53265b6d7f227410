package dev.paritas.semanticobjects.json;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A member of the object of a {@code T}.
 *
 * @param index the place of its value among those read
 * @param aliases further names under which it is read
 */
record Slot<T>(
        int index,
        EncodedText encodedName,
        Codec<Object> codec,
        Function<T, @Nullable Object> get,
        Presence presence,
        @Nullable Object fallback,
        List<String> aliases) {
    /** What stands for a missing member, and when it is left out. */
    enum Presence {
        REQUIRED,
        DEFAULTED,
        OMITTED_DEFAULT,
        NULLABLE,
        OMITTABLE
    }

    String name() {
        return encodedName.value();
    }

    boolean mayBeNull() {
        return presence == Presence.NULLABLE || presence == Presence.OMITTABLE;
    }

    Slot<T> at(int place) {
        return new Slot<>(place, encodedName, codec, get, presence, fallback, aliases);
    }

    Slot<T> alias(String name) {
        return new Slot<>(
                index,
                encodedName,
                codec,
                get,
                presence,
                fallback,
                Stream.concat(aliases.stream(), Stream.of(name)).toList());
    }

    /** {@return this as a member of the object of {@code whole}, too, of which a {@code T} is a part} */
    <U> Slot<U> of(Function<U, T> part) {
        return new Slot<>(
                index, encodedName, codec, whole -> get.apply(part.apply(whole)), presence, fallback, aliases);
    }
}

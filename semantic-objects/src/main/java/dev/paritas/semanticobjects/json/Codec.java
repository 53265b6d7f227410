package dev.paritas.semanticobjects.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Reads and writes one kind of value, and tells the shape of its JSON. */
public interface Codec<T> {
    /** Writes {@code value} where {@code out} stands. */
    void write(JsonOutput out, T value);

    /**
     * Reads the value under {@code in} and moves past it.
     *
     * @throws JsonException on any refusal
     */
    T read(JsonInput in);

    /** {@return what this codec accepts, for schemas and generated test instances} */
    Shape shape();

    /** {@return {@code value} as a tree: the one that its text reads as, however large} */
    default JsonValue toTree(T value) {
        return JsonInput.read(JsonOutput.compactBytes(this, value), ReadPolicy.OWN, JsonValue.CODEC);
    }

    /**
     * Reads a tree by way of its text, so that both have one behaviour.
     *
     * @throws JsonException on any refusal
     */
    default T fromTree(JsonValue tree, ReadPolicy policy) {
        return JsonInput.read(JsonOutput.compactBytes(JsonValue.CODEC, tree), policy, this);
    }

    /** Any text. */
    Codec<String> STRING = new Codec<>() {
        @Override
        public void write(JsonOutput out, String value) {
            out.string(value);
        }

        @Override
        public String read(JsonInput in) {
            return in.readString();
        }

        @Override
        public Shape shape() {
            return new Shape.Text();
        }
    };

    /** An unsigned 64-bit integer, carried in a Java long. */
    Codec<Long> U64 = new Codec<>() {
        @Override
        public void write(JsonOutput out, Long value) {
            out.unsigned(value);
        }

        @Override
        public Long read(JsonInput in) {
            return in.readUnsignedLong();
        }

        @Override
        public Shape shape() {
            return new Shape.Unsigned(-1L);
        }
    };

    Codec<Boolean> BOOL = new Codec<>() {
        @Override
        public void write(JsonOutput out, Boolean value) {
            out.bool(value);
        }

        @Override
        public Boolean read(JsonInput in) {
            return in.readBoolean();
        }

        @Override
        public Shape shape() {
            return new Shape.Bool();
        }
    };

    /** {@return integers 0..{@code max}, carried in a Java int} */
    static Codec<Integer> unsignedInt(int max) {
        return new Codec<>() {
            @Override
            public void write(JsonOutput out, Integer value) {
                out.unsigned(value);
            }

            @Override
            public Integer read(JsonInput in) {
                return in.readUnsignedInt(max);
            }

            @Override
            public Shape shape() {
                return new Shape.Unsigned(max);
            }
        };
    }

    /** {@return an array of {@code element}s as an immutable list} */
    static <E> Codec<List<E>> listOf(Codec<E> element) {
        return new Codec<>() {
            @Override
            public void write(JsonOutput out, List<E> value) {
                out.beginArray();
                for (E item : value) {
                    element.write(out, item);
                }
                out.endArray();
            }

            @Override
            public List<E> read(JsonInput in) {
                in.beginArray();
                List<E> items = new ArrayList<>();
                while (in.nextElement()) {
                    items.add(element.read(in));
                }
                return List.copyOf(items);
            }

            @Override
            public Shape shape() {
                return new Shape.ListOf(element.shape());
            }
        };
    }

    /** {@return an object used as a map; keys are any text and are written ascending by code point} */
    static <V> Codec<Map<String, V>> mapOf(Codec<V> value) {
        return new Codec<>() {
            @Override
            public void write(JsonOutput out, Map<String, V> map) {
                TreeMap<String, V> sorted = new TreeMap<>(CodePointOrder.INSTANCE);
                sorted.putAll(map);
                out.beginObject();
                sorted.forEach((name, item) -> value.write(out.name(name), item));
                out.endObject();
            }

            @Override
            public Map<String, V> read(JsonInput in) {
                in.beginObject();
                TreeMap<String, V> map = new TreeMap<>(CodePointOrder.INSTANCE);
                for (String name = in.nextMember(); name != null; name = in.nextMember()) {
                    if (in.policy().rejectDuplicates() && map.containsKey(name)) {
                        throw in.fail(JsonErrorCode.DUPLICATE_MEMBER, "member '" + name + "' appears twice");
                    }
                    map.put(name, value.read(in));
                }
                return Collections.unmodifiableSortedMap(map);
            }

            @Override
            public Shape shape() {
                return new Shape.MapOf(value.shape());
            }
        };
    }

    /**
     * {@return a codec that is made when it is first used} A sealed interface with default methods is initialised together
     * with its records; making its codec later keeps that order free of cycles.
     */
    static <T> Codec<T> lazy(Supplier<Codec<T>> definition) {
        return new Codec<>() {
            @Override
            public void write(JsonOutput out, T value) {
                definition.get().write(out, value);
            }

            @Override
            public T read(JsonInput in) {
                return definition.get().read(in);
            }

            @Override
            public Shape shape() {
                return definition.get().shape();
            }
        };
    }

    /** {@return a codec that may name itself: {@code name} stands for it inside its own shape} */
    static <T> Codec<T> recursive(String name, Supplier<Codec<T>> definition) {
        return new Codec<>() {
            @Override
            public void write(JsonOutput out, T value) {
                definition.get().write(out, value);
            }

            @Override
            public T read(JsonInput in) {
                return definition.get().read(in);
            }

            @Override
            public Shape shape() {
                return new Shape.Ref(name, () -> definition.get().shape());
            }
        };
    }
}

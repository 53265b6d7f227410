package dev.paritas.semanticobjects.json;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A closed family in the internally tagged form: {@code {"kind": "word", ...fields}}. The tag may stand anywhere in the
 * object, so a member name must mean the same in every variant that has it.
 */
public final class KindCodec<T> implements Codec<T> {
    /** One variant's field: its name, codec and getter; a nullable field may be null or missing. */
    public record Field<V>(String name, Codec<V> codec, boolean nullable) {
        public static <V> Field<V> required(String name, Codec<V> codec) {
            return new Field<>(name, codec, false);
        }

        public static <V> Field<V> nullable(String name, Codec<V> codec) {
            return new Field<>(name, codec, true);
        }
    }

    /** The values read for one object, by field. */
    public static final class Fields {
        private final Map<String, @Nullable Object> values;

        private Fields(Map<String, @Nullable Object> values) {
            this.values = values;
        }

        @SuppressWarnings("unchecked") // the field's own codec read the value
        public <V> V get(Field<V> field) {
            Object value = values.get(field.name());
            if (value == null) {
                throw new IllegalStateException("member without value");
            }
            return (V) value;
        }

        @SuppressWarnings("unchecked")
        public <V> @Nullable V getNullable(Field<V> field) {
            return (V) values.get(field.name());
        }
    }

    private record Bound<T>(Field<Object> field, Function<T, @Nullable Object> get) {}

    private record Variant<T>(
            String word, List<Bound<T>> declared, List<Bound<T>> ascending, Function<Fields, T> construct) {}

    /** Declares one variant's fields in order. */
    public static final class VariantBuilder<T, V extends T> {
        private final List<Bound<T>> bound = new ArrayList<>();
        private final Class<V> type;

        private VariantBuilder(Class<V> type) {
            this.type = type;
        }

        @SuppressWarnings("unchecked") // erased once here; the class token guards the cast
        public <F> VariantBuilder<T, V> field(Field<F> field, Function<V, @Nullable F> get) {
            bound.add(new Bound<>((Field<Object>) field, value -> get.apply(type.cast(value))));
            return this;
        }
    }

    private final String typeName;
    private final String tagName;
    private final Map<String, Variant<T>> byWord = new LinkedHashMap<>();
    private final Map<Class<?>, Variant<T>> byType = new HashMap<>();
    private final Map<String, Field<Object>> fields = new HashMap<>();

    private KindCodec(String typeName, String tagName) {
        this.typeName = typeName;
        this.tagName = tagName;
    }

    /** {@return an empty family; {@code tagName} is the member that holds the word, usually {@code kind}} */
    public static <T> KindCodec<T> named(String typeName, String tagName) {
        return new KindCodec<>(typeName, tagName);
    }

    /** Adds a variant; called while the codec is being assembled, before it is published. */
    public <V extends T> KindCodec<T> variant(
            String word,
            Class<V> type,
            Function<VariantBuilder<T, V>, VariantBuilder<T, V>> declare,
            Function<Fields, V> construct) {
        List<Bound<T>> bound = declare.apply(new VariantBuilder<>(type)).bound;
        List<Bound<T>> sorted = new ArrayList<>(bound);
        sorted.sort(Comparator.comparing(b -> b.field().name(), CodePointOrder.INSTANCE));
        Variant<T> variant = new Variant<>(word, List.copyOf(bound), List.copyOf(sorted), construct::apply);
        byWord.put(word, variant);
        byType.put(type, variant);
        bound.forEach(b -> fields.putIfAbsent(b.field().name(), b.field()));
        return this;
    }

    /** {@return the word that tags {@code value}} */
    public String word(T value) {
        return variantOf(value).word();
    }

    @Override
    public void write(JsonOutput out, T value) {
        Variant<T> variant = variantOf(value);
        out.beginObject();
        if (out.order() == JsonOutput.MemberOrder.DECLARED) {
            out.name(tagName).string(variant.word());
            variant.declared().forEach(bound -> write(out, bound, value));
        } else {
            boolean tagged = false;
            for (Bound<T> bound : variant.ascending()) {
                if (!tagged
                        && CodePointOrder.INSTANCE.compare(
                                        tagName, bound.field().name())
                                < 0) {
                    out.name(tagName).string(variant.word());
                    tagged = true;
                }
                write(out, bound, value);
            }
            if (!tagged) {
                out.name(tagName).string(variant.word());
            }
        }
        out.endObject();
    }

    private static <T> void write(JsonOutput out, Bound<T> bound, T value) {
        Object item = bound.get().apply(value);
        out.name(bound.field().name());
        if (item == null) {
            out.nullValue();
        } else {
            bound.field().codec().write(out, item);
        }
    }

    @Override
    public T read(JsonInput in) {
        in.beginObject();
        String word = null;
        Map<String, @Nullable Object> values = new HashMap<>();
        for (String name = in.nextMember(); name != null; name = in.nextMember()) {
            boolean isTag = name.equals(tagName);
            if (in.policy().rejectDuplicates() && (isTag ? word != null : values.containsKey(name))) {
                throw in.fail(JsonErrorCode.DUPLICATE_MEMBER, "member '" + name + "' appears twice");
            }
            Field<Object> field = fields.get(name);
            if (isTag) {
                word = in.readString();
            } else if (field != null) {
                if (in.atNull()) {
                    in.readNull();
                    values.put(name, null);
                } else {
                    values.put(name, field.codec().read(in));
                }
            } else if (in.policy().rejectUnknown()) {
                throw in.fail(JsonErrorCode.UNKNOWN_MEMBER, typeName + " has no member '" + name + "'");
            } else {
                in.skip();
            }
        }
        if (word == null) {
            throw in.fail(JsonErrorCode.MISSING_MEMBER, "missing field `" + tagName + "` in " + typeName);
        }
        Variant<T> variant = byWord.get(word);
        if (variant == null) {
            throw in.fail(JsonErrorCode.UNKNOWN_TAG, typeName + " has no " + tagName + " '" + word + "'");
        }
        check(in, variant, values);
        return variant.construct().apply(new Fields(values));
    }

    private void check(JsonInput in, Variant<T> variant, Map<String, @Nullable Object> values) {
        int known = 0;
        for (Bound<T> bound : variant.declared()) {
            String name = bound.field().name();
            known += values.containsKey(name) ? 1 : 0;
            if (!bound.field().nullable() && values.get(name) == null) {
                throw values.containsKey(name)
                        ? in.fail(JsonErrorCode.WRONG_TYPE, "member '" + name + "' must not be null")
                        : in.fail(JsonErrorCode.MISSING_MEMBER, "missing field `" + name + "` in " + variant.word());
            }
        }
        if (in.policy().rejectUnknown() && known != values.size()) {
            throw in.fail(JsonErrorCode.UNKNOWN_MEMBER, variant.word() + " has a member of another " + tagName);
        }
    }

    @Override
    public Shape shape() {
        List<Shape> alternatives = new ArrayList<>();
        for (Variant<T> variant : byWord.values()) {
            List<Shape.Member> members = new ArrayList<>();
            members.add(new Shape.Member(tagName, new Shape.Literal(variant.word()), true));
            for (Bound<T> bound : variant.declared()) {
                Shape inner = bound.field().codec().shape();
                members.add(new Shape.Member(
                        bound.field().name(),
                        bound.field().nullable() ? new Shape.Nullable(inner) : inner,
                        !bound.field().nullable()));
            }
            alternatives.add(new Shape.Obj(typeName + "." + variant.word(), members));
        }
        return new Shape.OneOf(typeName, alternatives);
    }

    private Variant<T> variantOf(T value) {
        Variant<T> variant = byType.get(value.getClass());
        if (variant == null) {
            throw new IllegalArgumentException(typeName + " has no variant for " + value.getClass());
        }
        return variant;
    }
}

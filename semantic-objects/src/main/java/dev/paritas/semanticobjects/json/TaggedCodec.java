package dev.paritas.semanticobjects.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A closed family in the externally tagged form (spec 20 §1): a constant is the string {@code "Name"}, anything with
 * data is {@code {"Name": payload}}. The tags stand here and nowhere else.
 */
public final class TaggedCodec<T> implements Codec<T> {
    private record Variant<T>(
            String tag,
            Class<?> type,
            Codec<Object> payload,
            Function<Object, T> wrap,
            Function<T, Object> unwrap,
            boolean shaped) {}

    private final String typeName;
    private final Map<String, T> constants;
    private final Map<T, String> constantTags;
    private final Map<String, Variant<T>> variants;
    private final Map<Class<?>, Variant<T>> variantByType;

    private TaggedCodec(Builder<T> builder) {
        this.typeName = builder.typeName;
        this.constants = builder.constants;
        this.constantTags = builder.constantTags;
        this.variants = builder.variants;
        this.variantByType = builder.variantByType;
    }

    public static <T> Builder<T> named(String typeName) {
        return new Builder<>(typeName);
    }

    /** Collects tags in rank order. */
    public static final class Builder<T> {
        private final String typeName;
        private final Map<String, T> constants = new LinkedHashMap<>();
        private final Map<T, String> constantTags = new LinkedHashMap<>();
        private final Map<String, Variant<T>> variants = new LinkedHashMap<>();
        private final Map<Class<?>, Variant<T>> variantByType = new LinkedHashMap<>();

        private Builder(String typeName) {
            this.typeName = typeName;
        }

        /** A member without data, written as the bare tag. */
        public Builder<T> constant(String tag, T value) {
            constants.put(tag, value);
            constantTags.put(value, tag);
            return this;
        }

        /** A member whose own fields are the payload. */
        public <V extends T> Builder<T> variant(String tag, Class<V> type, Codec<V> payload) {
            return variant(tag, type, payload, v -> v, v -> v);
        }

        /** A member that wraps one payload. */
        public <V extends T, P> Builder<T> variant(
                String tag, Class<V> type, Codec<P> payload, Function<P, V> wrap, Function<V, P> unwrap) {
            return add(tag, type, payload, wrap, unwrap, true);
        }

        /** A member that has a tag and is never read or written: both functions say why. It is no part of the shape. */
        public <V extends T, P> Builder<T> refused(
                String tag, Class<V> type, Codec<P> payload, Function<P, V> wrap, Function<V, P> unwrap) {
            return add(tag, type, payload, wrap, unwrap, false);
        }

        @SuppressWarnings("unchecked") // erased once here; the class token guards the cast
        private <V extends T, P> Builder<T> add(
                String tag,
                Class<V> type,
                Codec<P> payload,
                Function<P, V> wrap,
                Function<V, P> unwrap,
                boolean shaped) {
            Variant<T> variant = new Variant<>(
                    tag,
                    type,
                    (Codec<Object>) payload,
                    p -> wrap.apply((P) p),
                    v -> unwrap.apply(type.cast(v)),
                    shaped);
            variants.put(tag, variant);
            variantByType.put(type, variant);
            return this;
        }

        public TaggedCodec<T> build() {
            return new TaggedCodec<>(this);
        }
    }

    /** {@return the wire tag of {@code value}} */
    public String tag(T value) {
        String constant = constantTags.get(value);
        if (constant != null) {
            return constant;
        }
        return variantOf(value).tag();
    }

    @Override
    public void write(JsonOutput out, T value) {
        String constant = constantTags.isEmpty() ? null : constantTags.get(value);
        if (constant != null) {
            out.string(constant);
            return;
        }
        Variant<T> variant = variantOf(value);
        out.beginObject().name(variant.tag());
        variant.payload().write(out, variant.unwrap().apply(value));
        out.endObject();
    }

    @Override
    public T read(JsonInput in) {
        if (in.atString()) {
            String tag = in.peekString("a tag of " + typeName);
            T constant = constants.get(tag);
            if (constant == null) {
                throw in.fail(JsonErrorCode.UNKNOWN_TAG, typeName + " has no constant '" + tag + "'");
            }
            in.skip();
            return constant;
        }
        if (!in.atObject()) {
            throw in.wrongType("a tag of " + typeName);
        }
        in.beginObject();
        String tag = in.nextMember();
        Variant<T> variant = tag == null ? null : variants.get(tag);
        if (tag == null || variant == null) {
            throw in.fail(JsonErrorCode.UNKNOWN_TAG, typeName + " has no variant '" + (tag == null ? "" : tag) + "'");
        }
        T value = variant.wrap().apply(variant.payload().read(in));
        if (in.nextMember() != null) {
            throw in.fail(JsonErrorCode.UNKNOWN_MEMBER, "a tagged " + typeName + " has exactly one member");
        }
        return value;
    }

    @Override
    public Shape shape() {
        List<Shape> alternatives = new ArrayList<>();
        constants.keySet().forEach(tag -> alternatives.add(new Shape.Literal(tag)));
        variants.values().stream()
                .filter(Variant::shaped)
                .forEach(v -> alternatives.add(new Shape.Obj(
                        typeName + "." + v.tag(),
                        List.of(new Shape.Member(v.tag(), v.payload().shape(), true)))));
        return new Shape.OneOf(typeName, alternatives);
    }

    private Variant<T> variantOf(T value) {
        Variant<T> variant = variantByType.get(value.getClass());
        if (variant == null) {
            throw new IllegalArgumentException(typeName + " has no variant for " + value.getClass());
        }
        return variant;
    }
}

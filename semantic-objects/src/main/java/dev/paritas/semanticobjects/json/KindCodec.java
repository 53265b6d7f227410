package dev.paritas.semanticobjects.json;

import dev.paritas.semanticobjects.json.Slot.Presence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A closed family in the internally tagged form, {@code {"kind": "word", ...members}}: each variant is the object of its
 * {@link ObjectCodec}, whose name is the word, with members that are required or nullable. The tag may stand anywhere in
 * the object, so a member name must mean the same in every variant that has it.
 */
public final class KindCodec<T> implements Codec<T> {
    private record Variant<T>(String word, List<Slot<T>> declared, List<Slot<T>> ascending, Construct<T> construct) {}

    private final String typeName;
    private final String tagName;
    private final Map<String, Variant<T>> byWord = new LinkedHashMap<>();
    private final Map<Class<?>, Variant<T>> byType = new HashMap<>();
    private final Map<String, Codec<Object>> members = new HashMap<>();

    private KindCodec(String typeName, String tagName) {
        this.typeName = typeName;
        this.tagName = tagName;
    }

    /** {@return an empty family; {@code tagName} is the member that holds the word, usually {@code kind}} */
    public static <T> KindCodec<T> named(String typeName, String tagName) {
        return new KindCodec<>(typeName, tagName);
    }

    /** Adds a variant; called while the codec is being assembled, before it is published. */
    @SuppressWarnings("unchecked") // erased once here; a variant meets values of its own type only
    public <V extends T> KindCodec<T> variant(Class<V> type, ObjectCodec<V> object) {
        return add(object.typeName(), type, (List<Slot<T>>) (List<?>) object.slots(), object.construct()::from);
    }

    /** Adds a variant without members; called as {@link #variant} is. */
    public KindCodec<T> constant(String word, T value) {
        return add(word, value.getClass(), List.of(), ignored -> value);
    }

    private KindCodec<T> add(String word, Class<?> type, List<Slot<T>> declared, Construct<T> construct) {
        List<Slot<T>> ascending = declared.stream()
                .sorted(Comparator.comparing(Slot::name, CodePointOrder.INSTANCE))
                .toList();
        Variant<T> variant = new Variant<>(word, declared, ascending, construct);
        byWord.put(word, variant);
        byType.put(type, variant);
        declared.forEach(slot -> {
            if (slot.presence() != Presence.REQUIRED && slot.presence() != Presence.NULLABLE) {
                throw new IllegalArgumentException(slot.name() + " of " + word + " is neither required nor nullable");
            }
            members.putIfAbsent(slot.name(), slot.codec());
        });
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
            variant.declared().forEach(slot -> write(out, slot, value));
        } else {
            boolean tagged = false;
            for (Slot<T> slot : variant.ascending()) {
                if (!tagged && CodePointOrder.INSTANCE.compare(tagName, slot.name()) < 0) {
                    out.name(tagName).string(variant.word());
                    tagged = true;
                }
                write(out, slot, value);
            }
            if (!tagged) {
                out.name(tagName).string(variant.word());
            }
        }
        out.endObject();
    }

    private static <T> void write(JsonOutput out, Slot<T> slot, T value) {
        Object item = slot.get().apply(value);
        out.name(slot.encodedName());
        if (item == null) {
            out.nullValue();
        } else {
            slot.codec().write(out, item);
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
            Codec<Object> member = members.get(name);
            if (isTag) {
                word = in.readString();
            } else if (member != null) {
                if (in.atNull()) {
                    in.readNull();
                    values.put(name, null);
                } else {
                    values.put(name, member.read(in));
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
        @Nullable Object[] parts = new @Nullable Object[variant.declared().size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = values.get(variant.declared().get(i).name());
        }
        return variant.construct().from(parts);
    }

    private void check(JsonInput in, Variant<T> variant, Map<String, @Nullable Object> values) {
        int known = 0;
        for (Slot<T> slot : variant.declared()) {
            String name = slot.name();
            known += values.containsKey(name) ? 1 : 0;
            if (!slot.mayBeNull() && values.get(name) == null) {
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
            for (Slot<T> slot : variant.declared()) {
                Shape inner = slot.codec().shape();
                members.add(new Shape.Member(
                        slot.name(), slot.mayBeNull() ? new Shape.Nullable(inner) : inner, !slot.mayBeNull()));
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

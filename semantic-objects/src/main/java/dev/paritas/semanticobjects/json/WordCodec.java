package dev.paritas.semanticobjects.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** An enumeration written as one word per constant. */
public final class WordCodec<E extends Enum<E>> implements Codec<E> {
    private final String typeName;
    private final Map<String, E> constants = new HashMap<>();
    private final Map<E, String> words;
    private final List<String> ranked = new ArrayList<>();

    private WordCodec(Class<E> type, Function<E, String> word) {
        this.typeName = type.getSimpleName();
        this.words = new EnumMap<>(type);
        for (E constant : type.getEnumConstants()) {
            String text = word.apply(constant);
            constants.put(text, constant);
            words.put(constant, text);
            ranked.add(text);
        }
    }

    /** {@return {@code TIMED_OUT} as {@code timed_out}} */
    public static <E extends Enum<E>> WordCodec<E> snakeCase(Class<E> type) {
        return new WordCodec<>(type, constant -> constant.name().toLowerCase(Locale.ROOT));
    }

    /** {@return {@code TIMED_OUT} as {@code TimedOut}} */
    public static <E extends Enum<E>> WordCodec<E> camelCase(Class<E> type) {
        return new WordCodec<>(type, constant -> camel(constant.name()));
    }

    /** {@return the words that {@code word} gives} */
    public static <E extends Enum<E>> WordCodec<E> named(Class<E> type, Function<E, String> word) {
        return new WordCodec<>(type, word);
    }

    /** {@return the CamelCase form of an UPPER_SNAKE name} */
    public static String camel(String upperSnake) {
        StringBuilder text = new StringBuilder();
        for (String part : upperSnake.split("_", -1)) {
            text.append(part.charAt(0)).append(part.substring(1).toLowerCase(Locale.ROOT));
        }
        return text.toString();
    }

    public String word(E constant) {
        String word = words.get(constant);
        if (word == null) {
            throw new IllegalArgumentException(typeName + " has no word for " + constant);
        }
        return word;
    }

    /** {@return the constant that {@code word} stands for; empty for an unknown word} */
    public Optional<E> constant(String word) {
        return Optional.ofNullable(constants.get(word));
    }

    @Override
    public void write(JsonOutput out, E value) {
        out.string(word(value));
    }

    @Override
    public E read(JsonInput in) {
        String word = in.peekString("a word of " + typeName);
        E constant = constants.get(word);
        if (constant == null) {
            throw in.fail(
                    JsonErrorCode.UNKNOWN_TAG,
                    "unknown variant `" + word + "`, expected one of `" + String.join("`, `", ranked) + "`");
        }
        in.skip();
        return constant;
    }

    @Override
    public Shape shape() {
        return new Shape.OneOf(
                typeName, ranked.stream().<Shape>map(Shape.Literal::new).toList());
    }

    /**
     * {@return a set of these words as an array} It is written in the order of the constants. As a set has neither order nor
     * repetition, it is read in any order and with any word more than once.
     */
    public Codec<Set<E>> set() {
        Codec<List<E>> list = Codec.listOf(this);
        return new Codec<>() {
            @Override
            public void write(JsonOutput out, Set<E> value) {
                list.write(out, List.copyOf(new TreeSet<>(value)));
            }

            @Override
            public Set<E> read(JsonInput in) {
                return Collections.unmodifiableSet(new TreeSet<>(list.read(in)));
            }

            @Override
            public Shape shape() {
                return list.shape();
            }
        };
    }
}

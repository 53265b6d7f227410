package dev.paritas.semanticobjects.json;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
}

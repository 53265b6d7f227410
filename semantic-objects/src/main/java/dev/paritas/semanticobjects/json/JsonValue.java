package dev.paritas.semanticobjects.json;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** An immutable JSON tree with members ascending by code point; for payloads whose shape is open. */
public sealed interface JsonValue {
    record Null() implements JsonValue {}

    record Bool(boolean value) implements JsonValue {}

    record Text(String value) implements JsonValue {}

    /**
     * A number by its canonical text: an integer as decimal digits, anything else as the shortest binary64 text with a
     * fraction or exponent. So {@code 4} differs from {@code 4.0} (spec 12 §5.3). {@link #CODEC} reads integers outside
     * -2^63..2^64-1 as binary64, too, as the reference does; the formal model keeps them (spec 12 §2.5).
     */
    record Num(String text) implements JsonValue {
        private static final BigInteger MIN = BigInteger.TWO.pow(63).negate();
        private static final BigInteger MAX = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

        public Num {
            text = canonical(text);
        }

        public static Num of(long unsigned) {
            return new Num(Long.toUnsignedString(unsigned));
        }

        /** {@return {@code text} as the reference's runtime reads it: integers beyond its range are binary64, too} */
        private static Num ofWord(String text) {
            if (digitsOnly(text)) {
                Num integer = new Num(text);
                if (integer.isWord()) {
                    return integer;
                }
            }
            return new Num(Binary64.text(Binary64.read(text)));
        }

        public boolean isInteger() {
            return digitsOnly(text);
        }

        /** {@return whether a number is written without point and exponent, and is not the negative zero} */
        private static boolean digitsOnly(String number) {
            return number.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E') && !number.equals("-0");
        }

        /** {@return whether this is an integer without a sign, of any size} */
        public boolean isNatural() {
            return isInteger() && !text.startsWith("-");
        }

        public BigInteger naturalValue() {
            return new BigInteger(text);
        }

        /** {@return whether this is an integer 0..2^64-1} */
        public boolean isUnsigned() {
            return isNatural() && isWord();
        }

        public long unsignedValue() {
            return Long.parseUnsignedLong(text);
        }

        private boolean isWord() {
            if (text.length() < 19) {
                return true;
            }
            BigInteger value = new BigInteger(text);
            return value.compareTo(MIN) >= 0 && value.compareTo(MAX) <= 0;
        }

        /** {@return whether {@code text} is an integer as it is written here; binary arithmetic would take its square} */
        private static boolean isCanonicalInteger(String text) {
            int first = text.startsWith("-") ? 1 : 0;
            return text.length() > first
                    && text.charAt(first) != '0'
                    && text.chars().skip(first).allMatch(c -> c >= '0' && c <= '9');
        }

        private static String canonical(String text) {
            if (isCanonicalInteger(text)) {
                return text;
            }
            if (digitsOnly(text)) {
                return new BigInteger(text).toString();
            }
            return Binary64.text(Double.parseDouble(text));
        }
    }

    record Array(List<JsonValue> elements) implements JsonValue {
        public Array {
            elements = List.copyOf(elements);
        }
    }

    record Obj(SortedMap<String, JsonValue> members) implements JsonValue {
        public Obj {
            TreeMap<String, JsonValue> sorted = new TreeMap<>(CodePointOrder.INSTANCE);
            sorted.putAll(members);
            members = Collections.unmodifiableSortedMap(sorted);
        }

        public Obj(Map<String, JsonValue> members) {
            this(new TreeMap<>(members));
        }
    }

    JsonValue NULL = new Null();
    JsonValue TRUE = new Bool(true);
    JsonValue FALSE = new Bool(false);

    /** Any JSON value; depth is bounded by the reader's policy alone, not by the call stack. */
    Codec<JsonValue> CODEC = new JsonValueCodec(Num::ofWord);

    /** {@return a codec that makes its own of the texts of numbers; an {@link IllegalArgumentException} refuses one} */
    static Codec<JsonValue> withNumbers(Function<String, JsonValue> numbers) {
        return new JsonValueCodec(numbers);
    }

    /** {@return the canonical compact text} */
    default String compactText() {
        return JsonOutput.compactText(CODEC, this);
    }

    /** {@return the canonical pretty text} */
    default String prettyText() {
        return JsonOutput.prettyText(CODEC, this);
    }
}

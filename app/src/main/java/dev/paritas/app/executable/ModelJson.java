package dev.paritas.app.executable;

import dev.paritas.semanticobjects.json.CodePointOrder;
import dev.paritas.semanticobjects.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON text as the formal model does (spec 12 §2.5, 22 §1): the last of equal members counts, depth is unlimited,
 * numbers are exact decimals, so {@code 4} and {@code 4e0} are naturals and {@code 4.0} is not. Numbers of more than ten
 * thousand digits, and exponents that add more than a million digits to the document, are refused, which the model would
 * read.
 */
final class ModelJson {
    /**
     * Most digits of a number: what a number costs grows with their square. An exponent that makes more is refused as well.
     */
    private static final int MAX_DIGITS = 10_000;

    /** Most digits that all exponents of a document add: a few characters of text must not become a document of megabytes. */
    private static final int MAX_ADDED_DIGITS = 1_000_000;

    /** An array or object whose end has not been read. */
    private static final class Open {
        final boolean array;
        final List<JsonValue> elements = new ArrayList<>();
        final TreeMap<String, JsonValue> members = new TreeMap<>(CodePointOrder.INSTANCE);
        String name = "";

        Open(boolean array) {
            this.array = array;
        }

        void add(JsonValue value) {
            if (array) {
                elements.add(value);
            } else {
                members.put(name, value);
            }
        }

        JsonValue value() {
            return array ? new JsonValue.Array(elements) : new JsonValue.Obj(members);
        }
    }

    private final String text;
    private final ArrayDeque<Open> open = new ArrayDeque<>();
    private int at;
    private int added;

    private ModelJson(String text) {
        this.text = text;
    }

    /**
     * Reads the whole of {@code text} as one document.
     *
     * @throws ModelJsonException on anything else
     */
    static JsonValue parse(String text) {
        return new ModelJson(text).document();
    }

    private JsonValue document() {
        skipSpace();
        while (true) {
            JsonValue value = begin();
            // An opened container leaves its first element to the next turn.
            while (value != null) {
                skipSpace();
                Open container = open.peek();
                if (container == null) {
                    if (at < text.length()) {
                        throw fail("expected end of input");
                    }
                    return value;
                }
                container.add(value);
                value = next(container);
            }
        }
    }

    /** {@return the value here, or null when it is a container that has elements} */
    private @Nullable JsonValue begin() {
        char c = peek();
        return switch (c) {
            case '[' -> {
                at++;
                skipSpace();
                if (peek() == ']') {
                    at++;
                    yield new JsonValue.Array(List.of());
                }
                open.push(new Open(true));
                yield null;
            }
            case '{' -> {
                at++;
                skipSpace();
                if (peek() == '}') {
                    at++;
                    yield new JsonValue.Obj(new TreeMap<>());
                }
                Open object = new Open(false);
                open.push(object);
                member(object);
                yield null;
            }
            case '"' -> {
                at++;
                yield new JsonValue.Text(string());
            }
            case 'f' -> word("false", JsonValue.FALSE);
            case 't' -> word("true", JsonValue.TRUE);
            case 'n' -> word("null", JsonValue.NULL);
            default -> {
                if (c != '-' && !isDigit(c)) {
                    throw fail("unexpected input");
                }
                yield number();
            }
        };
    }

    /** Moves past what follows an element: {@return the finished container, or null when another element follows} */
    private @Nullable JsonValue next(Open container) {
        char c = peek();
        at++;
        if (c == (container.array ? ']' : '}')) {
            open.pop();
            return container.value();
        }
        if (c != ',') {
            throw fail("unexpected character in " + (container.array ? "array" : "object"));
        }
        skipSpace();
        if (!container.array) {
            member(container);
        }
        return null;
    }

    private void member(Open object) {
        expect('"');
        object.name = string();
        skipSpace();
        expect(':');
        skipSpace();
    }

    private JsonValue word(String word, JsonValue value) {
        if (!text.startsWith(word, at)) {
            throw fail("expected: " + word);
        }
        at += word.length();
        return value;
    }

    /** The reader stands behind the opening quote. */
    private String string() {
        int start = at;
        StringBuilder escaped = null;
        while (true) {
            char c = peek();
            if (c == '"') {
                String tail = text.substring(start, at++);
                return escaped == null ? tail : escaped.append(tail).toString();
            }
            if (c < 0x20) {
                throw fail("unexpected character in string");
            }
            at++;
            if (c == '\\') {
                if (escaped == null) {
                    escaped = new StringBuilder();
                }
                escaped.append(text, start, at - 1).append(escape());
                start = at;
            }
        }
    }

    private String escape() {
        char c = peek();
        at++;
        return switch (c) {
            case '\\', '"', '/' -> String.valueOf(c);
            case 'b' -> "\b";
            case 'f' -> "\f";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'u' -> unicode();
            default -> throw fail("illegal \\u escape");
        };
    }

    /** Two escapes that make a surrogate pair are one character, and half a pair reads as U+FFFD, as in Lean. */
    private String unicode() {
        char unit = hex();
        if (Character.isHighSurrogate(unit) && text.startsWith("\\u", at)) {
            int back = at;
            at += 2;
            char low = hex();
            if (Character.isLowSurrogate(low)) {
                return new String(new char[] {unit, low});
            }
            at = back;
        }
        return Character.isSurrogate(unit) ? "\uFFFD" : String.valueOf(unit);
    }

    private char hex() {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0 || text.charAt(at) > 'f') {
                throw fail("invalid hex character");
            }
            unit = 16 * unit + digit;
            at++;
        }
        return (char) unit;
    }

    private JsonValue number() {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else {
            digits("1-9", '1');
        }
        int decimals = 0;
        if (at < text.length() && text.charAt(at) == '.') {
            int point = at++;
            digits("digit", '0');
            decimals = at - point - 1;
        }
        if (at - start > MAX_DIGITS) {
            throw fail("number is out of range");
        }
        String mantissa = text.substring(start, at).replace(".", "");
        int scale = decimals - exponent();
        // The model keeps (mantissa, decimals); a shift to the left takes decimals away before it adds digits.
        if (scale <= 0) {
            return whole(mantissa, -scale);
        }
        // What has decimals is no natural, whatever its value; nothing else is asked of it.
        double value = new BigDecimal(new BigInteger(mantissa), scale).doubleValue();
        return new JsonValue.Num(Double.toString(Math.clamp(value, -Double.MAX_VALUE, Double.MAX_VALUE)));
    }

    /** {@return {@code mantissa} with {@code zeros} behind it, made as text: a number is worked with only where it is used} */
    private JsonValue whole(String mantissa, int zeros) {
        int sign = mantissa.startsWith("-") ? 1 : 0;
        int first = sign;
        while (first < mantissa.length() - 1 && mantissa.charAt(first) == '0') {
            first++;
        }
        if (mantissa.charAt(first) == '0') {
            return JsonValue.Num.of(0);
        }
        added += zeros;
        if (added > MAX_ADDED_DIGITS) {
            throw fail("exp too large");
        }
        return new JsonValue.Num(mantissa.substring(0, sign) + mantissa.substring(first) + "0".repeat(zeros));
    }

    private int exponent() {
        if (at == text.length() || text.charAt(at) != 'e' && text.charAt(at) != 'E') {
            return 0;
        }
        at++;
        boolean negative = peek() == '-';
        if (negative || peek() == '+') {
            at++;
        }
        int start = at;
        digits("0-9", '0');
        // Zeros aside, ten digits are beyond every limit below.
        String shown = text.substring(start, at).replaceFirst("^0+(?=.)", "");
        long exponent = shown.length() > 9 ? 1_000_000_000 : Long.parseLong(shown);
        if (!negative && exponent > MAX_DIGITS) {
            throw fail("exp too large");
        }
        return (int) (negative ? -exponent : exponent);
    }

    private void digits(String wanted, char least) {
        if (peek() < least || peek() > '9') {
            throw fail("expected " + wanted);
        }
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw fail("expected " + wanted);
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw fail("unexpected end of input");
        }
        return text.charAt(at);
    }

    private void skipSpace() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return;
            }
            at++;
        }
    }

    private ModelJsonException fail(String reason) {
        int offset = text.substring(0, Math.min(at, text.length())).getBytes(StandardCharsets.UTF_8).length;
        return new ModelJsonException(offset, reason);
    }
}

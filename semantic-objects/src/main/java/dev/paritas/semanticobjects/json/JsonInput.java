package dev.paritas.semanticobjects.json;

import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.Named;

/**
 * A bounded pull reader over one JSON document. Every refusal is a {@link JsonException} with code, JSON pointer, line
 * and column. The reader stands on the first token of the value that is read next.
 */
public final class JsonInput implements AutoCloseable {
    private static final BigInteger U64_MAX = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

    /** What all readers' factories are copies of; it bounds numbers only, the policy's limits are kept here. */
    private static final JsonFactory SETTINGS = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(SyntaxSentence.MAX_DIGITS)
                    .build())
            .build();

    private final JsonParser parser;
    private final ReadPolicy policy;

    /** What is read of a stream of many values; null where there is one document. */
    private final @Nullable BoundedStream values;

    private int depth;

    /** Whether the parser's token is used up; it stays in place until it is asked for, so that refusals point at it. */
    private boolean behind = true;

    private JsonInput(JsonParser parser, ReadPolicy policy, @Nullable BoundedStream values) {
        this.parser = parser;
        this.policy = policy;
        this.values = values;
    }

    /** One for each document: a factory keeps the names that its parsers met, thousands of them, whatever their length. */
    private static JsonFactory parsers() {
        return SETTINGS.copy();
    }

    public static JsonInput of(String text, ReadPolicy policy) {
        return of(text.getBytes(StandardCharsets.UTF_8), policy);
    }

    public static JsonInput of(byte[] utf8, ReadPolicy policy) {
        if (utf8.length > policy.maxBytes()) {
            throw tooLarge(policy);
        }
        Utf8Fault.in(utf8).ifPresent(fault -> {
            throw refusal(fault);
        });
        return new JsonInput(parsers().createParser(ObjectReadContext.empty(), utf8), policy, null);
    }

    /** Streams; the size limit is kept while reading. The caller closes the stream. */
    public static JsonInput of(InputStream utf8, ReadPolicy policy) {
        BoundedStream document = new BoundedStream(utf8, policy.maxBytes());
        return new JsonInput(parser(document, policy), policy, null);
    }

    /**
     * Streams values without end, one after the other or as the elements of one array: the size limit is that of each,
     * and its reader says {@link #endOfValue} behind it. The caller closes the stream.
     */
    public static JsonInput ofMany(InputStream utf8, ReadPolicy each) {
        BoundedStream values = new BoundedStream(utf8, each.maxBytes());
        return new JsonInput(parser(values, each), each, values);
    }

    private static JsonParser parser(BoundedStream stream, ReadPolicy policy) {
        try {
            return parsers().createParser(ObjectReadContext.empty(), stream);
        } catch (JacksonException e) {
            throw refusal(e, policy, "");
        }
    }

    /**
     * Lets the size limit begin again.
     *
     * @return about how many bytes were read since it began, up to a buffer more
     */
    public long endOfValue() {
        if (values == null) {
            throw new IllegalStateException("this is one document");
        }
        long taken = values.taken();
        values.renew();
        return taken;
    }

    /** Reads one whole document with {@code codec}; anything but white space after it is an error. */
    public static <T> T read(byte[] utf8, ReadPolicy policy, Codec<T> codec) {
        try (JsonInput in = of(utf8, policy)) {
            T value = codec.read(in);
            in.expectEnd();
            return value;
        }
    }

    public static <T> T read(String text, ReadPolicy policy, Codec<T> codec) {
        return read(text.getBytes(StandardCharsets.UTF_8), policy, codec);
    }

    public static <T> T read(InputStream utf8, ReadPolicy policy, Codec<T> codec) {
        try (JsonInput in = of(utf8, policy)) {
            T value = codec.read(in);
            in.expectEnd();
            return value;
        }
    }

    public ReadPolicy policy() {
        return policy;
    }

    /** {@return the token under the reader; {@link JsonToken#NOT_AVAILABLE} after the end} */
    JsonToken token() {
        if (behind) {
            step();
        }
        JsonToken token = parser.currentToken();
        return token == null ? JsonToken.NOT_AVAILABLE : token;
    }

    private void step() {
        behind = false;
        JsonToken token;
        try {
            token = parser.nextToken();
        } catch (JacksonException e) {
            throw translated(e);
        }
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            if (++depth > policy.maxDepth()) {
                throw fail(
                        JsonErrorCode.INPUT_TOO_DEEP,
                        "more than " + policy.maxDepth() + " arrays and objects inside each other");
            }
        } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
            depth--;
        }
    }

    public boolean atNull() {
        return token() == JsonToken.VALUE_NULL;
    }

    public boolean atString() {
        return token() == JsonToken.VALUE_STRING;
    }

    public boolean atObject() {
        return token() == JsonToken.START_OBJECT;
    }

    public boolean atArray() {
        return token() == JsonToken.START_ARRAY;
    }

    /** Goes to the value, whose place is then known: reading is lazy. */
    public void reach() {
        token();
    }

    /** {@return the line of the value under the reader, from 1} */
    public int line() {
        token();
        return parser.currentTokenLocation().getLineNr();
    }

    public boolean atBoolean() {
        return token() == JsonToken.VALUE_TRUE || token() == JsonToken.VALUE_FALSE;
    }

    /** {@return whether the value is a number without a fraction and exponent} */
    public boolean atInteger() {
        return token() == JsonToken.VALUE_NUMBER_INT;
    }

    /** {@return whether the value is a number with a fraction or exponent} */
    public boolean atFraction() {
        return token() == JsonToken.VALUE_NUMBER_FLOAT;
    }

    /** {@return whether nothing is left} */
    public boolean atEnd() {
        return token() == JsonToken.NOT_AVAILABLE;
    }

    public void readNull() {
        expect(JsonToken.VALUE_NULL, "null");
        advance();
    }

    public boolean readBoolean() {
        JsonToken token = token();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw wrongType("a boolean");
        }
        advance();
        return token == JsonToken.VALUE_TRUE;
    }

    /** {@return the text under the reader, which stays there, so that a refusal points at it} */
    public String peekString(String wanted) {
        expect(JsonToken.VALUE_STRING, wanted);
        return text();
    }

    public String readString() {
        String text = peekString("a string");
        advance();
        return text;
    }

    /** {@return an integer 0..2^64-1 in two's complement; fractions, exponents and signs are refused} */
    public long readUnsignedLong() {
        JsonToken token = token();
        if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            throw fail(JsonErrorCode.BAD_NUMBER, "expected a non-negative integer without fraction or exponent");
        }
        expect(JsonToken.VALUE_NUMBER_INT, "a non-negative integer");
        try {
            long value;
            if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
                BigInteger big = parser.getBigIntegerValue();
                if (big.signum() < 0 || big.compareTo(U64_MAX) > 0) {
                    throw fail(JsonErrorCode.BAD_NUMBER, "integer is outside 0..2^64-1");
                }
                value = big.longValue();
            } else {
                value = parser.getLongValue();
                if (value < 0 || (value == 0 && parser.getStringLength() > 1)) { // the latter is -0
                    throw fail(JsonErrorCode.BAD_NUMBER, "integer is negative");
                }
            }
            advance();
            return value;
        } catch (JacksonException e) {
            throw translated(e);
        }
    }

    /** {@return an integer 0..{@code max}} */
    public int readUnsignedInt(int max) {
        long value = readUnsignedLong();
        if (Long.compareUnsigned(value, max) > 0) {
            throw fail(JsonErrorCode.BAD_NUMBER, "integer is above " + max);
        }
        return (int) value;
    }

    /** {@return the text of the number under the reader, as written; the reader stays there} */
    public String peekNumberText() {
        if (!token().isNumeric()) {
            throw wrongType("a number");
        }
        return text();
    }

    /** {@return the text of the number under the reader, as written} */
    String readNumberText() {
        String text = peekNumberText();
        advance();
        return text;
    }

    public void beginObject() {
        expect(JsonToken.START_OBJECT, "an object");
        advance();
    }

    /** {@return the next member's name, with the reader standing on its value; null at the object's end, which is consumed} */
    public @Nullable String nextMember() {
        JsonToken token = token();
        if (token == JsonToken.END_OBJECT) {
            advance();
            return null;
        }
        if (token != JsonToken.PROPERTY_NAME) {
            throw fail(JsonErrorCode.INVALID_JSON, "expected a member name");
        }
        String name = parser.currentName();
        if (Surrogates.hasLone(name)) {
            throw fail(JsonErrorCode.INVALID_JSON, "member name holds a lone surrogate");
        }
        advance();
        return name;
    }

    /** {@return a matcher that knows these member names by their places} */
    static PropertyNameMatcher matcher(List<String> names) {
        return SETTINGS.constructNameMatcher(
                names.stream().map(Named::fromString).toList(), false);
    }

    /**
     * {@return the place of the next member's name in {@code names}, with the reader standing on its value;
     * {@code MATCH_END_OBJECT} at the object's end, which is consumed; {@code MATCH_UNKNOWN_NAME} with the reader standing
     * on the name}
     */
    int nextMember(PropertyNameMatcher names) {
        int place = behind ? stepToName(names) : parser.currentNameMatch(names);
        if (place == PropertyNameMatcher.MATCH_ODD_TOKEN) {
            throw fail(JsonErrorCode.INVALID_JSON, "expected a member name");
        }
        behind = place != PropertyNameMatcher.MATCH_UNKNOWN_NAME;
        return place;
    }

    private int stepToName(PropertyNameMatcher names) {
        behind = false;
        int place;
        try {
            place = parser.nextNameMatch(names);
        } catch (JacksonException e) {
            throw translated(e);
        }
        if (place == PropertyNameMatcher.MATCH_END_OBJECT) {
            depth--;
        }
        return place;
    }

    public void beginArray() {
        expect(JsonToken.START_ARRAY, "an array");
        advance();
    }

    /** {@return whether another element follows; the array's end is consumed} */
    public boolean nextElement() {
        if (token() == JsonToken.END_ARRAY) {
            advance();
            return false;
        }
        return true;
    }

    /** Skips the value under the reader. */
    public void skip() {
        if (token().isStructStart()) {
            int outside = depth - 1;
            while (depth > outside) {
                step();
            }
        }
        advance();
    }

    public void expectEnd() {
        if (token() != JsonToken.NOT_AVAILABLE) {
            throw fail(JsonErrorCode.INVALID_JSON, "unexpected text after the document");
        }
    }

    public JsonException wrongType(String wanted) {
        return fail(JsonErrorCode.WRONG_TYPE, "expected " + wanted + ", found " + describe(token()));
    }

    /** {@return an error placed at the value under the reader} */
    public JsonException fail(JsonErrorCode code, String message) {
        TokenStreamLocation at = parser.currentTokenLocation();
        return new JsonException(
                code, message, parser.streamReadContext().pathAsPointer().toString(), at.getLineNr(), at.getColumnNr());
    }

    @Override
    public void close() {
        parser.close();
    }

    private void expect(JsonToken wanted, String name) {
        if (token() != wanted) {
            throw wrongType(name);
        }
    }

    private String text() {
        String text;
        try {
            text = parser.getString();
        } catch (JacksonException e) {
            throw translated(e);
        }
        if (Surrogates.hasLone(text)) {
            throw fail(JsonErrorCode.INVALID_JSON, "text holds a lone surrogate");
        }
        return text;
    }

    private void advance() {
        behind = true;
    }

    private JsonException translated(JacksonException e) {
        if (values != null && e.getCause() instanceof BoundedStream.TooLargeException) {
            return fail(JsonErrorCode.INPUT_TOO_LARGE, "one value has more than " + policy.maxBytes() + " bytes");
        }
        return refusal(e, policy, parser.streamReadContext().pathAsPointer().toString());
    }

    private static JsonException refusal(JacksonException e, ReadPolicy policy, String path) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BoundedStream.TooLargeException) {
                return tooLarge(policy);
            }
            if (cause instanceof BoundedStream.MarkedException marked) {
                return refusal(marked.fault());
            }
        }
        TokenStreamLocation at = e.getLocation();
        int line = at == null ? 0 : Math.max(0, at.getLineNr());
        int column = at == null ? 0 : Math.max(0, at.getColumnNr());
        return new JsonException(JsonErrorCode.INVALID_JSON, SyntaxSentence.of(e), path, line, column);
    }

    private static JsonException refusal(Utf8Fault fault) {
        return new JsonException(fault.code(), fault.sentence(), "", fault.line(), fault.column());
    }

    private static String describe(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case VALUE_NULL -> "null";
            case NOT_AVAILABLE -> "the end of the document";
            default -> "misplaced text";
        };
    }

    private static JsonException tooLarge(ReadPolicy policy) {
        return new JsonException(
                JsonErrorCode.INPUT_TOO_LARGE, "document has more than " + policy.maxBytes() + " bytes", "", 0, 0);
    }
}

package dev.paritas.semanticobjects.json;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/**
 * A streaming writer of canonical JSON (spec 10 §5.1): compact or pretty, members ascending by key or in declaration
 * order (spec 30 §2). The layout never adds a trailing newline.
 */
public final class JsonOutput implements AutoCloseable {
    /** Order in which object codecs emit their members. */
    public enum MemberOrder {
        /** Ascending by code point: the canonical form on every border. */
        ASCENDING,
        /** As the specification's tables list them: sort keys and digests of spec 30. */
        DECLARED
    }

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .streamWriteConstraints(StreamWriteConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .build())
            .build();

    private static final Separators SEPARATORS = Separators.createDefaultInstance()
            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");

    private final JsonGenerator generator;
    private final MemberOrder order;

    private JsonOutput(JsonGenerator generator, MemberOrder order) {
        this.generator = generator;
        this.order = order;
    }

    /** A compact writer onto {@code out}, which {@link #close} flushes into but does not close. */
    public static JsonOutput compact(OutputStream out, MemberOrder order) {
        return new JsonOutput(FACTORY.createGenerator(ObjectWriteContext.empty(), new KeptOpen(out)), order);
    }

    /** A pretty writer: two spaces, one member or element per line. */
    public static JsonOutput pretty(OutputStream out, MemberOrder order) {
        return new JsonOutput(FACTORY.createGenerator(new PrettyContext(), new KeptOpen(out)), order);
    }

    public static <T> byte[] compactBytes(Codec<T> codec, T value) {
        return bytes(codec, value, MemberOrder.ASCENDING, false);
    }

    public static <T> String compactText(Codec<T> codec, T value) {
        return new String(compactBytes(codec, value), StandardCharsets.UTF_8);
    }

    public static <T> String prettyText(Codec<T> codec, T value) {
        return new String(bytes(codec, value, MemberOrder.ASCENDING, true), StandardCharsets.UTF_8);
    }

    /** {@return compact bytes with members in declaration order} */
    public static <T> byte[] declaredBytes(Codec<T> codec, T value) {
        return bytes(codec, value, MemberOrder.DECLARED, false);
    }

    private static <T> byte[] bytes(Codec<T> codec, T value, MemberOrder order, boolean pretty) {
        ByteArrayOutputStream buffer = new ByteArrayOutputStream(1024);
        try (JsonOutput out = pretty ? pretty(buffer, order) : compact(buffer, order)) {
            codec.write(out, value);
        }
        return buffer.toByteArray();
    }

    public MemberOrder order() {
        return order;
    }

    public JsonOutput beginObject() {
        generator.writeStartObject();
        return this;
    }

    public JsonOutput endObject() {
        generator.writeEndObject();
        return this;
    }

    public JsonOutput beginArray() {
        generator.writeStartArray();
        return this;
    }

    public JsonOutput endArray() {
        generator.writeEndArray();
        return this;
    }

    /**
     * Writes a member's name; the caller keeps the order.
     *
     * @throws JsonException {@code INVALID_VALUE} when the name holds a lone surrogate
     */
    public JsonOutput name(String name) {
        generator.writeName(encodable(name));
        return this;
    }

    /** The generator would write half a pair as a replacement or an escape. */
    private static String encodable(String text) {
        if (Surrogates.hasLone(text)) {
            throw new JsonException(
                    JsonErrorCode.INVALID_VALUE, "text holds a lone surrogate and has no UTF-8 form", "", 0, 0);
        }
        return text;
    }

    /** Writes a member's name that was encoded beforehand; the caller keeps the order. */
    public JsonOutput name(EncodedText name) {
        generator.writeName(name.encoded());
        return this;
    }

    /** Writes a text that was encoded beforehand. */
    public JsonOutput string(EncodedText value) {
        generator.writeString(value.encoded());
        return this;
    }

    /** @throws JsonException {@code INVALID_VALUE} when the text holds a lone surrogate */
    public JsonOutput string(String value) {
        generator.writeString(encodable(value));
        return this;
    }

    /** Writes an integer -2^63..2^63-1. */
    public JsonOutput signed(long value) {
        generator.writeNumber(value);
        return this;
    }

    /** Writes {@code value} as an unsigned 64-bit integer. */
    public JsonOutput unsigned(long value) {
        if (value >= 0) {
            generator.writeNumber(value);
        } else {
            generator.writeNumber(new BigInteger(Long.toUnsignedString(value)));
        }
        return this;
    }

    public JsonOutput bool(boolean value) {
        generator.writeBoolean(value);
        return this;
    }

    public JsonOutput nullValue() {
        generator.writeNull();
        return this;
    }

    JsonOutput numberText(String text) {
        generator.writeNumber(text);
        return this;
    }

    /** Writes an encoded, trusted JSON value as it stands. */
    public JsonOutput raw(String json) {
        generator.writeRawValue(json);
        return this;
    }

    public void flush() {
        generator.flush();
    }

    @Override
    public void close() {
        generator.close();
    }

    /** Generators close their target; ours belongs to the caller. */
    private static final class KeptOpen extends FilterOutputStream {
        KeptOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            out.write(buffer, offset, length);
        }

        @Override
        public void close() {}
    }

    private static final class PrettyContext extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            return new DefaultPrettyPrinter(SEPARATORS)
                    .withArrayIndenter(indenter)
                    .withObjectIndenter(indenter);
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}

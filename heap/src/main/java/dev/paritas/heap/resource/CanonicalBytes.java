package dev.paritas.heap.resource;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** An exactly sized array under construction, in the primitives of spec 40 §2. */
final class CanonicalBytes {
    private static final byte[] MAGIC = {'T', 'T', 'H', 'P'};

    private final ByteBuffer buffer;

    private CanonicalBytes(int size) {
        buffer = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * {@return an array of {@code size} bytes that begins with the prelude of {@code tag}}
     *
     * @throws ArithmeticException when no array can be that long
     */
    static CanonicalBytes of(Tag tag, long size) {
        CanonicalBytes bytes = new CanonicalBytes(Math.toIntExact(size));
        bytes.prelude(tag);
        return bytes;
    }

    CanonicalBytes prelude(Tag tag) {
        buffer.put(MAGIC).putShort((short) ResourceEncoding.VERSION).put(tag.code());
        return this;
    }

    CanonicalBytes u32(int value) {
        buffer.putInt(value);
        return this;
    }

    CanonicalBytes u64(long value) {
        buffer.putLong(value);
        return this;
    }

    /** Length, then content. */
    CanonicalBytes slice(byte[] content) {
        buffer.putInt(content.length).put(content);
        return this;
    }

    /** A child with its own prelude and no length. */
    CanonicalBytes nested(byte[] child) {
        buffer.put(child);
        return this;
    }

    byte[] array() {
        if (buffer.hasRemaining()) {
            throw new IllegalStateException("the size formula is " + buffer.remaining() + " bytes off");
        }
        return buffer.array();
    }
}

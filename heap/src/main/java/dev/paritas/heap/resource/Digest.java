package dev.paritas.heap.resource;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * A digest of 32 bytes, held as four big-endian words. The order is that of the bytes, unsigned (spec 40 §5); the text
 * is 64 lower-case hex digits.
 */
public record Digest(long word0, long word1, long word2, long word3) implements Comparable<Digest> {
    /** Length in bytes. */
    public static final int SIZE = 32;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** @throws IllegalArgumentException unless there are 32 bytes */
    public static Digest of(byte[] bytes) {
        if (bytes.length != SIZE) {
            throw new IllegalArgumentException("a digest has " + SIZE + " bytes, not " + bytes.length);
        }
        return new Digest(word(bytes, 0), word(bytes, 8), word(bytes, 16), word(bytes, 24));
    }

    /** @throws IllegalArgumentException unless {@code text} is 64 hex digits, of either case */
    public static Digest ofHex(String text) {
        return of(HexFormat.of().parseHex(text));
    }

    public byte[] bytes() {
        byte[] bytes = new byte[SIZE];
        put(bytes, 0);
        return bytes;
    }

    /** Writes the 32 bytes into {@code target} from {@code offset} on. */
    public void put(byte[] target, int offset) {
        WORDS.set(target, offset, word0);
        WORDS.set(target, offset + 8, word1);
        WORDS.set(target, offset + 16, word2);
        WORDS.set(target, offset + 24, word3);
    }

    /** {@return 64 lower-case hex digits} */
    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    @Override
    public int compareTo(Digest other) {
        int order = Long.compareUnsigned(word0, other.word0);
        if (order == 0) {
            order = Long.compareUnsigned(word1, other.word1);
        }
        if (order == 0) {
            order = Long.compareUnsigned(word2, other.word2);
        }
        return order == 0 ? Long.compareUnsigned(word3, other.word3) : order;
    }

    @Override
    public String toString() {
        return hex();
    }

    private static long word(byte[] bytes, int offset) {
        return (long) WORDS.get(bytes, offset);
    }
}

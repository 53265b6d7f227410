package dev.paritas.heap.resource;

import java.util.Arrays;
import java.util.HexFormat;

/** An immutable byte string with equality by content. */
public final class Bytes {
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] bytes;

    private Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** {@return a copy of {@code bytes}} */
    public static Bytes of(byte... bytes) {
        return new Bytes(bytes.clone());
    }

    /** @throws IllegalArgumentException unless {@code text} is an even number of hex digits, of either case */
    public static Bytes ofHex(String text) {
        return new Bytes(HexFormat.of().parseHex(text));
    }

    public int length() {
        return bytes.length;
    }

    public byte[] toArray() {
        return bytes.clone();
    }

    /** {@return two lower-case hex digits for each byte} */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}

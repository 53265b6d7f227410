package dev.paritas.semanticobjects.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Tells whether bytes, seen piece by piece, are well-formed UTF-8 that a JSON document may start with. The parser below
 * guesses encodings and lets overlong forms and surrogates pass, so the bytes are judged before it sees them.
 */
final class Utf8Check {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long HIGH_BITS = 0x8080808080808080L;

    /** The parser takes a zero this early for a sign of UTF-16 or UTF-32. */
    private static final int GUESSED_BYTES = 4;

    private static final int BYTE_ORDER_MARK = 0xef;

    private long offset;
    private int pending;
    private int low;
    private int high;

    /** {@return the index of the first byte that cannot stand where it does, or -1} */
    int firstBad(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            if (pending == 0 && offset + (i - from) >= GUESSED_BYTES) {
                while (to - i >= Long.BYTES && ((long) LONGS.get(bytes, i) & HIGH_BITS) == 0) {
                    i += Long.BYTES;
                }
            }
            if (i < to && !accept(bytes[i] & 0xff, offset + (i - from))) {
                return i;
            }
            i++;
        }
        offset += to - from;
        return -1;
    }

    /** {@return whether the bytes so far do not end inside a character} */
    boolean complete() {
        return pending == 0;
    }

    private boolean accept(int b, long at) {
        if (pending > 0) {
            boolean fits = b >= low && b <= high;
            low = 0x80;
            high = 0xbf;
            pending--;
            return fits;
        }
        if (b < 0x80) {
            return b != 0 || at >= GUESSED_BYTES;
        }
        // The second byte's range shuts out overlong forms, surrogates and what is beyond U+10FFFF.
        low = b == 0xe0 ? 0xa0 : b == 0xf0 ? 0x90 : 0x80;
        high = b == 0xed ? 0x9f : b == 0xf4 ? 0x8f : 0xbf;
        pending = b < 0xe0 ? 1 : b < 0xf0 ? 2 : 3;
        return b >= 0xc2 && b <= 0xf4 && (at != 0 || b != BYTE_ORDER_MARK);
    }
}

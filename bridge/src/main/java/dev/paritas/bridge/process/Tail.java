package dev.paritas.bridge.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The last bytes of a stream of any length. */
final class Tail {
    static final int SIZE = 8 << 10;

    private final byte[] ring = new byte[SIZE];
    private long total;

    static String of(byte[] all) {
        return new String(Arrays.copyOfRange(all, Math.max(0, all.length - SIZE), all.length), StandardCharsets.UTF_8);
    }

    /** Reads {@code in} to its end. */
    void drain(InputStream in) throws IOException {
        byte[] buffer = new byte[SIZE];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            add(buffer, n);
        }
    }

    private synchronized void add(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            ring[(int) ((total + i) % SIZE)] = bytes[i];
        }
        total += length;
    }

    synchronized String text() {
        int kept = (int) Math.min(SIZE, total);
        byte[] out = new byte[kept];
        for (int i = 0; i < kept; i++) {
            out[i] = ring[(int) ((total - kept + i) % SIZE)];
        }
        return new String(out, StandardCharsets.UTF_8);
    }
}

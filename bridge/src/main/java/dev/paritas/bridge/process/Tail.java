package dev.paritas.bridge.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The last bytes of a stream of any length. */
public final class Tail {
    static final int SIZE = 8 << 10;

    private static final int MOST_LINES = 20;

    private final byte[] ring = new byte[SIZE];
    private long total;

    static String of(byte[] all) {
        return new String(Arrays.copyOfRange(all, Math.max(0, all.length - SIZE), all.length), StandardCharsets.UTF_8);
    }

    /** {@return the last lines of {@code stderr}, at most twenty and a few KiB, without blank ones at the end} */
    public static List<String> lines(String stderr) {
        String end = stderr.substring(Math.max(0, stderr.length() - SIZE));
        List<String> lines = end.stripTrailing().lines().toList();
        return lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size());
    }

    /** Reads {@code in} to its end. */
    void drain(InputStream in) throws IOException {
        byte[] buffer = new byte[SIZE];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            add(buffer, n);
        }
    }

    synchronized void add(byte[] bytes, int length) {
        for (int i = Math.max(0, length - SIZE); i < length; i++) {
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

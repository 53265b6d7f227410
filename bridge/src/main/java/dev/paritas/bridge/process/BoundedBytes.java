package dev.paritas.bridge.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** What was read of a stream, up to a limit; takes as much memory as it holds, and none once the limit is passed. */
final class BoundedBytes {
    private static final int CHUNK = 64 << 10;
    private static final byte[] NOTHING = {};

    private final int limit;
    private final List<byte[]> chunks = new ArrayList<>();
    private final Tail tail = new Tail();
    private int size;

    /** @param limit most bytes that are kept */
    BoundedBytes(int limit) {
        this.limit = limit;
    }

    /** Reads {@code in} to its end or past the limit; {@return whether it came to its end within the limit} */
    boolean read(InputStream in) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            if (!add(chunk, n)) {
                return false;
            }
        }
        return true;
    }

    private synchronized boolean add(byte[] bytes, int length) {
        tail.add(bytes, length);
        if (length > limit - size) {
            chunks.clear();
            size = 0;
            return false;
        }
        for (int from = 0; from < length; ) {
            int used = size % CHUNK;
            if (used == 0) {
                chunks.add(new byte[Math.min(CHUNK, limit - size)]);
            }
            int part = Math.min(length - from, CHUNK - used);
            System.arraycopy(bytes, from, chunks.getLast(), used, part);
            from += part;
            size += part;
        }
        return true;
    }

    /** {@return everything, which is not kept any longer} */
    synchronized byte[] take() {
        byte[] all = new byte[size];
        for (int i = 0; i < chunks.size(); i++) {
            int from = i * CHUNK;
            System.arraycopy(chunks.set(i, NOTHING), 0, all, from, Math.min(CHUNK, size - from));
        }
        chunks.clear();
        size = 0;
        return all;
    }

    /** {@return the last few KiB, as text} */
    String tail() {
        return tail.text();
    }
}

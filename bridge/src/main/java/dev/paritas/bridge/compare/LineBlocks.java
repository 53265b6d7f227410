package dev.paritas.bridge.compare;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;

/**
 * Cuts a stream of lines into blocks that end with a line, so that each can be read on its own. A line that is longer than
 * {@link #LONGEST} is nothing for blocks: it is cut, and what follows is to be read as a stream.
 */
final class LineBlocks implements AutoCloseable {
    private static final int SIZE = 1 << 20;
    private static final int LONGEST = 8 * SIZE;

    private final String name;
    private final InputStream stream;
    private byte[] carried = new byte[0];
    private boolean cut;

    LineBlocks(String name, InputStream stream) {
        this.name = name;
        this.stream = stream;
    }

    String name() {
        return name;
    }

    /** {@return the next whole lines, about one MiB of them; empty at the end} */
    byte[] next() throws IOException {
        byte[] block = carried;
        carried = new byte[0];
        while (true) {
            byte[] more = stream.readNBytes(SIZE);
            byte[] joined = join(block, more);
            if (more.length < SIZE) {
                return joined;
            }
            int end = lastLineEnd(joined);
            if (end > 0) {
                carried = Arrays.copyOfRange(joined, end, joined.length);
                return end == joined.length ? joined : Arrays.copyOf(joined, end);
            }
            if (joined.length >= LONGEST) {
                cut = true;
                return joined;
            }
            block = joined;
        }
    }

    /** {@return whether the block that {@link #next} gave last is the start of a line that is too long} */
    boolean cut() {
        return cut;
    }

    /** {@return everything from {@code block} on, which {@link #next} gave last} */
    InputStream from(byte[] block) {
        return new SequenceInputStream(
                new SequenceInputStream(new ByteArrayInputStream(block), new ByteArrayInputStream(carried)), stream);
    }

    private static byte[] join(byte[] first, byte[] second) {
        if (first.length == 0) {
            return second;
        }
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    private static int lastLineEnd(byte[] bytes) {
        int i = bytes.length;
        while (i > 0 && bytes[i - 1] != '\n') {
            i--;
        }
        return i;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}

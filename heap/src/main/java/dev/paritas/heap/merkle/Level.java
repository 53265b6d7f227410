package dev.paritas.heap.merkle;

import dev.paritas.heap.resource.Digest;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/** One immutable level of a tree, in chunks; a level made from another shares the chunks before the first change. */
final class Level extends AbstractList<Digest> implements RandomAccess {
    private static final int CHUNK = 256;

    private final Digest[][] chunks;
    private final int size;

    private Level(Digest[][] chunks, int size) {
        this.chunks = chunks;
        this.size = size;
    }

    static Level empty() {
        return new Level(new Digest[0][], 0);
    }

    @Override
    public Digest get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return chunks[index / CHUNK][index % CHUNK];
    }

    @Override
    public int size() {
        return size;
    }

    /** {@return a level of {@code newSize} digests under construction that begins with this one's first {@code kept}} */
    Builder keeping(int kept, int newSize) {
        Digest[][] next = new Digest[(newSize + CHUNK - 1) / CHUNK][];
        int whole = kept / CHUNK;
        System.arraycopy(chunks, 0, next, 0, whole);
        for (int i = whole; i < next.length; i++) {
            int length = Math.min(CHUNK, newSize - i * CHUNK);
            next[i] = i == whole && kept % CHUNK > 0
                    ? Arrays.copyOf(Arrays.copyOf(chunks[i], kept % CHUNK), length)
                    : new Digest[length];
        }
        return new Builder(next, kept, newSize);
    }

    /** Takes the digests behind the kept ones, in order. */
    static final class Builder {
        private final Digest[][] chunks;
        private final int size;
        private int at;

        private Builder(Digest[][] chunks, int kept, int size) {
            this.chunks = chunks;
            this.at = kept;
            this.size = size;
        }

        void add(Digest digest) {
            chunks[at / CHUNK][at % CHUNK] = digest;
            at++;
        }

        Level build() {
            if (at != size) {
                throw new IllegalStateException("a level of " + size + " digests got " + at);
            }
            return new Level(chunks, size);
        }
    }
}

package dev.paritas.choreography.source;

/**
 * How large the type of a block is, its counted loops unrolled: every message, choice, recursion and other statement is
 * one place.
 *
 * @param places all of them
 * @param depth the most on one path
 * @param ends where the block ends, and a next round of a loop begins
 * @param endDepth the most places before an end
 */
record Extent(long places, long depth, long ends, long endDepth) {
    static final Extent NOTHING = new Extent(0, 0, 1, 0);

    /** {@return the extent below one more place} */
    Extent below() {
        return new Extent(places + 1, depth + 1, ends, endDepth + 1);
    }

    /** {@return the extent behind its first place} */
    Extent behindFirst() {
        return new Extent(places - 1, depth - 1, ends, endDepth - 1);
    }

    /** {@return {@code times} rounds, one in the place of every end of that before; counted up to {@code most} places} */
    Extent rounds(int times, long most) {
        if (times == 0) {
            return NOTHING;
        }
        if (ends == 0) {
            return this;
        }
        long all = places;
        long leaves = ends;
        if (ends == 1) {
            all = places * times;
        } else {
            for (int round = 1; round < times && all <= most && leaves <= most; round++) {
                all = places + ends * all;
                leaves *= ends;
            }
        }
        return new Extent(all, (times - 1) * endDepth + depth, leaves, times * endDepth);
    }
}

package dev.paritas.search.engine;

/** Costs: unsigned 64-bit integers whose sum stops at the largest one. */
final class UnsignedCost {
    private UnsignedCost() {}

    static long plus(long left, long right) {
        long sum = left + right;
        return Long.compareUnsigned(sum, left) < 0 ? -1L : sum;
    }
}

package dev.paritas.search.engine;

import java.math.BigInteger;

/**
 * The rank of an open node, compared left to right (spec 52 §8.1).
 *
 * @param weighted cost and estimate in thousandths; exceeds 64 bits
 * @param cost from the start, unsigned
 */
public record SearchScore(BigInteger weighted, long cost) implements Comparable<SearchScore> {
    private static final BigInteger THOUSAND = BigInteger.valueOf(1000);

    /** {@return {@code (cost·1000 + estimate·epsilonMilli, cost)}} */
    public static SearchScore of(long cost, long estimate, long epsilonMilli) {
        return new SearchScore(
                unsigned(cost).multiply(THOUSAND).add(unsigned(estimate).multiply(unsigned(epsilonMilli))), cost);
    }

    @Override
    public int compareTo(SearchScore other) {
        int byWeight = weighted.compareTo(other.weighted);
        return byWeight != 0 ? byWeight : Long.compareUnsigned(cost, other.cost);
    }

    private static BigInteger unsigned(long value) {
        return value >= 0 ? BigInteger.valueOf(value) : new BigInteger(Long.toUnsignedString(value));
    }
}

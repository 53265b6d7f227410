package dev.paritas.semanticobjects.value;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.problem.ProblemException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * A signed fixed-point number with 32 fractional bits (spec 52 §1): {@code bits / 2^32}, from -2^31 to 2^31 - 2^-32.
 * Operators saturate at both ends; products are rounded towards minus infinity, quotients towards zero.
 *
 * @param bits two's complement
 */
public record FixedQ32(long bits) implements Comparable<FixedQ32> {
    static final int FRACTION_BITS = 32;

    public static final FixedQ32 ZERO = new FixedQ32(0);
    public static final FixedQ32 ONE = new FixedQ32(1L << FRACTION_BITS);
    public static final FixedQ32 HALF = new FixedQ32(1L << (FRACTION_BITS - 1));
    public static final FixedQ32 MIN = new FixedQ32(Long.MIN_VALUE);
    public static final FixedQ32 MAX = new FixedQ32(Long.MAX_VALUE);

    private static final FixedQ32 MINUS_ONE = new FixedQ32(-1L << FRACTION_BITS);
    private static final long FRACTION = (1L << FRACTION_BITS) - 1;
    private static final int SQRT_STEPS = 16;
    private static final FixedQ32 THREE = ofInteger(3);
    private static final FixedQ32 NINE = ofInteger(9);
    private static final FixedQ32 TWENTY_SEVEN = ofInteger(27);

    /** Written as the integer {@code bits}; an integer is read as bits, a text as a decimal, a float is refused. */
    public static final Codec<FixedQ32> CODEC = new FixedQ32Codec();

    /** @throws ProblemException ({@link FixedPointProblem}) {@code OVERFLOW} outside -2^31..2^31-1 */
    public static FixedQ32 ofInteger(long value) {
        if (value != (int) value) {
            throw new ProblemException(FixedPointProblem.OVERFLOW);
        }
        return new FixedQ32(value << FRACTION_BITS);
    }

    /**
     * {@return {@code numerator / denominator}, truncated}
     *
     * @param denominator of any size: the published 1/10^12 is 0, although 10^12 is beyond the integers
     * @throws ProblemException ({@link FixedPointProblem}) {@code DIVISION_BY_ZERO} first, then {@code OVERFLOW}
     *     when the numerator or the result
     *     is outside the range
     */
    public static FixedQ32 ratio(long numerator, long denominator) {
        if (denominator == 0) {
            throw new ProblemException(FixedPointProblem.DIVISION_BY_ZERO);
        }
        long scaled = ofInteger(numerator).bits;
        if (scaled == Long.MIN_VALUE && denominator == -1) {
            throw new ProblemException(FixedPointProblem.OVERFLOW);
        }
        return new FixedQ32(scaled / denominator);
    }

    /** {@return parts per million; errors as for {@link #ratio}} */
    public static FixedQ32 ppm(long parts) {
        return ratio(parts, 1_000_000);
    }

    /**
     * Reads a decimal: an optional sign, digits, and an optional point with digits; at least one digit. The nearest
     * number is taken, at ties the one with even bits.
     *
     * @throws ProblemException ({@link FixedPointProblem}) {@code OVERFLOW} for everything that cannot be read
     */
    public static FixedQ32 parse(String decimal) {
        return FixedQ32Text.parse(decimal);
    }

    /**
     * {@return the nearest number, saturating}
     *
     * @throws ProblemException ({@link FixedPointProblem}) {@code OVERFLOW} for what is not a number
     */
    public static FixedQ32 ofDouble(double value) {
        if (Double.isNaN(value)) {
            throw new ProblemException(FixedPointProblem.OVERFLOW);
        }
        // Scaling by a power of two is exact, and the conversion to long saturates.
        return new FixedQ32((long) Math.rint(value * 0x1p32));
    }

    /** {@return the sum from the first to the last, saturating at each} */
    public static FixedQ32 sum(List<FixedQ32> terms) {
        FixedQ32 sum = ZERO;
        for (FixedQ32 term : terms) {
            sum = sum.plus(term);
        }
        return sum;
    }

    public FixedQ32 plus(FixedQ32 other) {
        long sum = bits + other.bits;
        boolean overflows = ((bits ^ sum) & (other.bits ^ sum)) < 0;
        return overflows ? limit(bits < 0) : new FixedQ32(sum);
    }

    public FixedQ32 minus(FixedQ32 other) {
        long difference = bits - other.bits;
        boolean overflows = ((bits ^ other.bits) & (bits ^ difference)) < 0;
        return overflows ? limit(bits < 0) : new FixedQ32(difference);
    }

    public FixedQ32 negated() {
        return ZERO.minus(this);
    }

    public FixedQ32 times(FixedQ32 other) {
        long high = Math.multiplyHigh(bits, other.bits);
        return fits(high) ? new FixedQ32(product(high, other)) : limit(high < 0);
    }

    /** @throws ArithmeticException when {@code other} is zero */
    public FixedQ32 dividedBy(FixedQ32 other) {
        if (other.bits == 0) {
            throw new ArithmeticException("division of a fixed-point number by zero");
        }
        return checkedDiv(other).orElseGet(() -> limit((bits ^ other.bits) < 0));
    }

    /** {@return the sum, empty on overflow} */
    public Optional<FixedQ32> checkedAdd(FixedQ32 other) {
        FixedQ32 sum = plus(other);
        return Optional.of(sum).filter(exact -> exact.bits == bits + other.bits);
    }

    /** {@return the difference, empty on overflow} */
    public Optional<FixedQ32> checkedSub(FixedQ32 other) {
        FixedQ32 difference = minus(other);
        return Optional.of(difference).filter(exact -> exact.bits == bits - other.bits);
    }

    /** {@return the negation, empty on overflow} */
    public Optional<FixedQ32> checkedNeg() {
        return ZERO.checkedSub(this);
    }

    /** {@return the product, rounded as {@link #times} does, empty on overflow} */
    public Optional<FixedQ32> checkedMul(FixedQ32 other) {
        long high = Math.multiplyHigh(bits, other.bits);
        return fits(high) ? Optional.of(new FixedQ32(product(high, other))) : Optional.empty();
    }

    /** {@return the quotient, truncated, empty on overflow and for a divisor of zero} */
    public Optional<FixedQ32> checkedDiv(FixedQ32 other) {
        if (other.bits == 0) {
            return Optional.empty();
        }
        long dividend = bits << FRACTION_BITS;
        if (dividend >> FRACTION_BITS == bits && dividend != Long.MIN_VALUE) {
            return Optional.of(new FixedQ32(dividend / other.bits));
        }
        BigInteger quotient = BigInteger.valueOf(bits).shiftLeft(FRACTION_BITS).divide(BigInteger.valueOf(other.bits));
        return quotient.bitLength() < Long.SIZE ? Optional.of(new FixedQ32(quotient.longValue())) : Optional.empty();
    }

    /** {@return the integer at or below this} */
    public FixedQ32 floor() {
        return new FixedQ32(bits & ~FRACTION);
    }

    /** {@return the integer at or above this; the largest number when that is out of range} */
    public FixedQ32 ceil() {
        return bits > Long.MAX_VALUE - FRACTION ? MAX : new FixedQ32(bits + FRACTION).floor();
    }

    /** {@return the nearest integer, at ties the one away from zero; saturating like {@link #ceil}} */
    public FixedQ32 round() {
        FixedQ32 below = floor();
        long rest = bits & FRACTION;
        boolean up = bits < 0 ? rest > HALF.bits : rest >= HALF.bits;
        return up ? ceil() : below;
    }

    /** {@return {@code low} below it, {@code high} above it, else this} */
    public FixedQ32 clamp(FixedQ32 low, FixedQ32 high) {
        return bits < low.bits ? low : bits > high.bits ? high : this;
    }

    public FixedQ32 abs() {
        return bits < 0 ? negated() : this;
    }

    /** {@return one, multiplied {@code exponent} times by this} */
    public FixedQ32 powi(int exponent) {
        if (exponent < 0) {
            throw new IllegalArgumentException("the exponent is negative");
        }
        FixedQ32 power = ONE;
        for (int i = 0; i < exponent; i++) {
            power = power.times(this);
        }
        return power;
    }

    /** {@return zero for what is not positive, else the square root after 16 Newton steps} */
    public FixedQ32 sqrt() {
        if (bits <= 0) {
            return ZERO;
        }
        FixedQ32 two = new FixedQ32(2 * ONE.bits);
        FixedQ32 root = compareTo(ONE) > 0 ? this : ONE;
        for (int i = 0; i < SQRT_STEPS; i++) {
            root = root.plus(dividedBy(root)).dividedBy(two);
        }
        return root;
    }

    /** {@return the rational approximation x(27 + x²) / (27 + 9x²), exactly ±1 from ±3 on} */
    public FixedQ32 tanh() {
        if (compareTo(THREE) >= 0) {
            return ONE;
        }
        if (compareTo(THREE.negated()) <= 0) {
            return MINUS_ONE;
        }
        FixedQ32 square = times(this);
        FixedQ32 numerator = times(TWENTY_SEVEN.plus(square));
        FixedQ32 denominator = TWENTY_SEVEN.plus(NINE.times(square));
        return numerator.dividedBy(denominator).clamp(MINUS_ONE, ONE);
    }

    public boolean isNegative() {
        return bits < 0;
    }

    @Override
    public int compareTo(FixedQ32 other) {
        return Long.compare(bits, other.bits);
    }

    /** {@return the shortest decimal that {@link #parse} reads as this} */
    @Override
    public String toString() {
        return FixedQ32Text.shortest(this);
    }

    /** Whether the upper 64 of a product's 128 bits leave a result that fits when 32 bits are dropped. */
    private static boolean fits(long high) {
        return high == (int) high;
    }

    private long product(long high, FixedQ32 other) {
        return high << FRACTION_BITS | (bits * other.bits) >>> FRACTION_BITS;
    }

    private static FixedQ32 limit(boolean negative) {
        return negative ? MIN : MAX;
    }
}

package dev.paritas.model.field;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An exact fraction in lowest terms, the denominator positive. */
public record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {
    /** Longest text that is read, in characters. */
    public static final int MAX_TEXT = 1_000;

    public static final Rational ZERO = of(0);
    public static final Rational ONE = of(1);

    private static final Pattern TEXT = Pattern.compile("(-?[0-9]+)(?:/([0-9]+))?");

    public Rational {
        if (denominator.signum() == 0) {
            throw new IllegalArgumentException("the denominator is zero");
        }
        BigInteger common = numerator.gcd(denominator);
        BigInteger divisor = denominator.signum() < 0 ? common.negate() : common;
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    public static Rational of(long value) {
        return new Rational(BigInteger.valueOf(value), BigInteger.ONE);
    }

    public static Rational of(long numerator, long denominator) {
        return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /**
     * {@return the number that {@code 3}, {@code -1} or {@code 3/2} names}
     *
     * @throws IllegalArgumentException for other texts
     */
    public static Rational parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (text.length() > MAX_TEXT || !parts.matches()) {
            throw new IllegalArgumentException("expected a fraction such as 3/2");
        }
        String below = parts.group(2);
        return new Rational(new BigInteger(parts.group(1)), below == null ? BigInteger.ONE : new BigInteger(below));
    }

    public Rational plus(Rational other) {
        return new Rational(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Rational minus(Rational other) {
        return plus(other.negated());
    }

    public Rational negated() {
        return new Rational(numerator.negate(), denominator);
    }

    public Rational times(Rational other) {
        return new Rational(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** {@return the quotient; zero for a divisor of zero, since division is total in the model} */
    public Rational dividedBy(Rational other) {
        return other.isZero()
                ? ZERO
                : new Rational(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public Rational abs() {
        return numerator.signum() < 0 ? negated() : this;
    }

    public Rational clamp(Rational low, Rational high) {
        return compareTo(low) < 0 ? low : compareTo(high) > 0 ? high : this;
    }

    public boolean isZero() {
        return numerator.signum() == 0;
    }

    @Override
    public int compareTo(Rational other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** {@return {@code 3} or {@code 3/2}} */
    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}

package dev.paritas.semanticobjects.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.IntStream;

/**
 * Binary64 numbers as the reference reads and prints them (spec 10 §5.1). Its reader keeps what fits of the digits in 64
 * bits and scales that by powers of ten, so a long number can come out a last digit off the nearest one; its printer
 * gives the fewest digits that lead back.
 */
final class Binary64 {
    /** What the reader scales by: 1e0..1e308. */
    private static final double[] POWERS = IntStream.rangeClosed(0, 308)
            .mapToDouble(n -> Double.parseDouble("1e" + n))
            .toArray();

    /** The reader's digits overflow behind this. */
    private static final long MOST_TENTH = Long.divideUnsigned(-1L, 10);

    private final String text;
    private int at;
    private long digits;
    private int exponent;

    private Binary64(String text) {
        this.text = text;
    }

    /**
     * {@return the number that the reference makes of {@code json}, a JSON number}
     *
     * @throws IllegalArgumentException when it is beyond binary64
     */
    static double read(String json) {
        Binary64 reading = new Binary64(json);
        boolean negative = json.startsWith("-");
        reading.at = negative ? 1 : 0;
        double magnitude = reading.magnitude();
        return negative ? -magnitude : magnitude;
    }

    private double magnitude() {
        while (atDigit() && fits()) {
            take();
        }
        for (; atDigit(); at++) {
            exponent++;
        }
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            for (; atDigit() && fits(); exponent--) {
                take();
            }
            while (atDigit()) {
                at++;
            }
        }
        return at == text.length() ? scaled() : withExponent();
    }

    private double withExponent() {
        at++;
        boolean down = text.charAt(at) == '-';
        if (down || text.charAt(at) == '+') {
            at++;
        }
        long power = 0;
        for (; atDigit(); at++) {
            power = 10 * power + (text.charAt(at) - '0');
            if (power > Integer.MAX_VALUE) {
                if (digits != 0 && !down) {
                    throw outOfRange();
                }
                return 0;
            }
        }
        exponent = Math.clamp(down ? exponent - power : exponent + power, Integer.MIN_VALUE, Integer.MAX_VALUE);
        return scaled();
    }

    private double scaled() {
        double value = digits >= 0 ? digits : ((digits >>> 1) | (digits & 1)) * 2.0;
        while (exponent < -308) {
            if (value == 0) {
                return 0;
            }
            value /= 1e308;
            exponent += 308;
        }
        if (exponent < 0) {
            return value / POWERS[-exponent];
        }
        if (value == 0) {
            return 0;
        }
        double scaled = exponent > 308 ? Double.POSITIVE_INFINITY : value * POWERS[exponent];
        if (Double.isInfinite(scaled)) {
            throw outOfRange();
        }
        return scaled;
    }

    private boolean atDigit() {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    /** {@return whether the digits and the next one fit into 64 bits} */
    private boolean fits() {
        int order = Long.compareUnsigned(digits, MOST_TENTH);
        return order < 0 || order == 0 && text.charAt(at) <= '5';
    }

    private void take() {
        digits = 10 * digits + (text.charAt(at++) - '0');
    }

    private static IllegalArgumentException outOfRange() {
        return new IllegalArgumentException("number out of range");
    }

    /** {@return the text of {@code value}: the fewest digits that lead back to it, always with a point or an exponent} */
    static String text(double value) {
        if (Double.isInfinite(value) || Double.isNaN(value)) {
            throw outOfRange();
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        BigDecimal shortest = shortest(Math.abs(value));
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        String sign = value < 0 ? "-" : "";
        if (point >= digits.length() && point <= 16) {
            return sign + digits + "0".repeat(point - digits.length()) + ".0";
        }
        if (point > 0 && point <= 16) {
            return sign + digits.substring(0, point) + "." + digits.substring(point);
        }
        if (point > -5 && point <= 0) {
            return sign + "0." + "0".repeat(-point) + digits;
        }
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return sign + digits.charAt(0) + fraction + (point > 0 ? "e+" : "e") + (point - 1);
    }

    /** Java's text has two digits at least; where one leads back too, that one. */
    private static BigDecimal shortest(double value) {
        BigDecimal java = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (java.precision() != 2) {
            return java;
        }
        BigDecimal one = new BigDecimal(value).round(new MathContext(1, RoundingMode.HALF_EVEN));
        return one.doubleValue() == value ? one.stripTrailingZeros() : java;
    }
}

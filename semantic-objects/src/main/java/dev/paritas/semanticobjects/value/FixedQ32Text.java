package dev.paritas.semanticobjects.value;

import dev.paritas.semanticobjects.problem.ProblemException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decimals and their {@link FixedQ32}. */
final class FixedQ32Text {
    private static final Pattern DECIMAL = Pattern.compile("([+-]?)(?=\\.?[0-9])([0-9]*+)(?:\\.([0-9]*+))?");

    /** The largest integer part has ten digits. */
    private static final int INTEGER_DIGITS = 10;

    /** A tie between two numbers has 33 decimals, so whatever follows only tells on which side of it the text is. */
    private static final int FRACTION_DIGITS = 33;

    private static final BigDecimal SCALE = BigDecimal.TWO.pow(FixedQ32.FRACTION_BITS);

    private FixedQ32Text() {}

    static FixedQ32 parse(String text) {
        Matcher parts = DECIMAL.matcher(text);
        if (!parts.matches()) {
            throw overflow();
        }
        String integer = withoutLeadingZeros(parts.group(2));
        if (integer.length() > INTEGER_DIGITS) {
            throw overflow();
        }
        BigDecimal magnitude = new BigDecimal("0" + integer + "." + judged(parts.group(3)));
        BigInteger bits =
                magnitude.multiply(SCALE).setScale(0, RoundingMode.HALF_EVEN).toBigInteger();
        BigInteger signed = parts.group(1).equals("-") ? bits.negate() : bits;
        if (signed.bitLength() >= Long.SIZE) {
            throw overflow();
        }
        return new FixedQ32(signed.longValue());
    }

    /** {@return the decimals that decide about the rounding, of any number of them} */
    private static String judged(@Nullable String fraction) {
        if (fraction == null || fraction.isEmpty()) {
            return "0";
        }
        if (fraction.length() <= FRACTION_DIGITS) {
            return fraction;
        }
        boolean more = fraction.chars().skip(FRACTION_DIGITS).anyMatch(digit -> digit != '0');
        return fraction.substring(0, FRACTION_DIGITS) + (more ? "1" : "0");
    }

    private static String withoutLeadingZeros(String digits) {
        int first = 0;
        while (first < digits.length() && digits.charAt(first) == '0') {
            first++;
        }
        return digits.substring(first);
    }

    static String shortest(FixedQ32 value) {
        BigDecimal exact = BigDecimal.valueOf(value.bits()).divide(SCALE);
        for (int digits = 0; digits < FixedQ32.FRACTION_BITS; digits++) {
            BigDecimal rounded = exact.setScale(digits, RoundingMode.HALF_EVEN);
            BigInteger bits =
                    rounded.multiply(SCALE).setScale(0, RoundingMode.HALF_EVEN).toBigInteger();
            if (bits.equals(BigInteger.valueOf(value.bits()))) {
                return rounded.toPlainString();
            }
        }
        return exact.toPlainString();
    }

    private static ProblemException overflow() {
        return new ProblemException(FixedPointProblem.OVERFLOW);
    }
}

package dev.paritas.semanticobjects.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paritas.semanticobjects.problem.ProblemException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The arithmetic of spec 52 §1: the published values, and an exact model of every operator. */
class FixedQ32Test {
    private static final long SEED = 20_261_121;
    private static final BigInteger SCALE = BigInteger.ONE.shiftLeft(32);

    private static FixedQ32 of(long bits) {
        return new FixedQ32(bits);
    }

    private static FixedQ32 decimal(String text) {
        return FixedQ32.parse(text);
    }

    private static FixedQ32 integer(long value) {
        return FixedQ32.ofInteger(value);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 5, 2576980377",
        "1, 1000000, 4294",
        "1, 100000000, 42",
        "1, 1000000000, 4",
        "1, 1000000000000, 0",
        "-3, 5, -2576980377",
        "3, -5, -2576980377",
        "0, 7, 0",
        "2147483647, 1, 9223372032559808512",
        "-2147483648, 1, -9223372036854775808"
    })
    void a_ratio_is_truncated(long numerator, long denominator, long bits) {
        assertThat(FixedQ32.ratio(numerator, denominator)).isEqualTo(of(bits));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 4294", "500000, 2147483648", "666667, 2863312962", "1000000, 4294967296"})
    void parts_per_million_are_the_published_bits(long parts, long bits) {
        assertThat(FixedQ32.ppm(parts)).isEqualTo(of(bits));
    }

    @ParameterizedTest
    @CsvSource({
        "0.6, 2576980378",
        "0.1, 429496730",
        "0.01, 42949673",
        "0.4, 1717986918",
        "1.5, 6442450944",
        "0.5, 2147483648",
        "007.50, 32212254720",
        ".5, 2147483648",
        "5., 21474836480",
        "+1, 4294967296",
        "-0, 0",
        "-1.5, -6442450944",
        "-2147483648, -9223372036854775808",
        "-2147483648.000, -9223372036854775808",
        "2147483647.9999999997, 9223372036854775807"
    })
    void a_decimal_is_read_to_the_nearest_number(String text, long bits) {
        assertThat(decimal(text)).isEqualTo(of(bits));
    }

    @Test
    void ties_go_to_even_bits_and_whatever_follows_decides() {
        // 2^-33 lies between bits 0 and 1, 3 * 2^-33 between 1 and 2.
        String half = new BigDecimal(BigInteger.ONE)
                .divide(new BigDecimal(SCALE.shiftLeft(1)))
                .toPlainString();
        String threeHalves =
                new BigDecimal(half).multiply(BigDecimal.valueOf(3)).toPlainString();
        assertThat(decimal(half)).isEqualTo(of(0));
        assertThat(decimal(threeHalves)).isEqualTo(of(2));
        assertThat(decimal("-" + half)).isEqualTo(of(0));
        assertThat(decimal("-" + threeHalves)).isEqualTo(of(-2));
        assertThat(decimal(half + "0".repeat(1000) + "1")).isEqualTo(of(1));
        assertThat(decimal(half + "0".repeat(1000))).isEqualTo(of(0));
        assertThat(decimal(threeHalves.substring(0, threeHalves.length() - 1) + "49999"))
                .isEqualTo(of(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "-",
                ".",
                "-.",
                "1e3",
                "1E3",
                " 1",
                "1 ",
                "1_000",
                "1,5",
                "0x10",
                "1.2.3",
                "--1",
                "nan",
                "inf",
                "\u0661",
                "2147483648",
                "-2147483648.0000001",
                "2147483647.99999999999",
                "99999999999999999999"
            })
    void whatever_else_is_an_overflow(String text) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> decimal(text))
                .withMessage("fixed-point overflow")
                .satisfies(e -> assertThat(e.problem()).isEqualTo(FixedPointProblem.OVERFLOW));
    }

    @Test
    void a_very_long_decimal_is_read_at_once() {
        assertThat(decimal("0".repeat(2_000_000) + "1." + "0".repeat(2_000_000) + "1"))
                .isEqualTo(FixedQ32.ONE);
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> decimal("9".repeat(2_000_000)));
    }

    @Test
    void integers_and_ratios_out_of_range_are_refused() {
        assertThat(integer(-2_147_483_648L)).isEqualTo(FixedQ32.MIN);
        for (long value : new long[] {2_147_483_648L, -2_147_483_649L, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> integer(value))
                    .withMessage("fixed-point overflow");
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> FixedQ32.ratio(value, 3))
                    .withMessage("fixed-point overflow");
        }
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> FixedQ32.ratio(Long.MAX_VALUE, 0))
                .withMessage("fixed-point division by zero");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> FixedQ32.ratio(-2_147_483_648L, -1))
                .withMessage("fixed-point overflow");
    }

    @Test
    void products_are_rounded_down_and_quotients_towards_zero() {
        assertThat(of(-3).times(FixedQ32.HALF)).isEqualTo(of(-2));
        assertThat(of(3).times(FixedQ32.HALF)).isEqualTo(of(1));
        assertThat(of(-3).times(FixedQ32.HALF.negated())).isEqualTo(of(1));
        assertThat(of(3).times(FixedQ32.HALF.negated())).isEqualTo(of(-2));
        FixedQ32 two = integer(2);
        assertThat(of(-3).dividedBy(two)).isEqualTo(of(-1));
        assertThat(of(3).dividedBy(two)).isEqualTo(of(1));
        assertThat(of(-3).dividedBy(two.negated())).isEqualTo(of(1));
        assertThat(of(3).dividedBy(two.negated())).isEqualTo(of(-1));
    }

    @Test
    void both_ends_saturate() {
        assertThat(FixedQ32.MAX.plus(of(1))).isEqualTo(FixedQ32.MAX);
        assertThat(FixedQ32.MIN.minus(of(1))).isEqualTo(FixedQ32.MIN);
        assertThat(FixedQ32.MIN.negated()).isEqualTo(FixedQ32.MAX);
        assertThat(FixedQ32.MAX.times(integer(2))).isEqualTo(FixedQ32.MAX);
        assertThat(FixedQ32.MAX.times(integer(-2))).isEqualTo(FixedQ32.MIN);
        assertThat(FixedQ32.ONE.dividedBy(of(1))).isEqualTo(FixedQ32.MAX);
        assertThat(FixedQ32.ONE.dividedBy(of(-1))).isEqualTo(FixedQ32.MIN);
        assertThat(FixedQ32.MIN.dividedBy(integer(-1))).isEqualTo(FixedQ32.MAX);
        assertThat(FixedQ32.MIN.checkedNeg()).isEmpty();
        assertThat(FixedQ32.ONE.checkedDiv(FixedQ32.ZERO)).isEmpty();
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> FixedQ32.ONE.dividedBy(FixedQ32.ZERO));
    }

    @Test
    void every_operator_is_the_exact_result_rounded_and_saturated() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 200_000; i++) {
            FixedQ32 a = of(any(random));
            FixedQ32 b = of(any(random));
            String what = "seed " + SEED + ", pair " + i + ": " + a.bits() + ", " + b.bits();
            BigInteger left = BigInteger.valueOf(a.bits());
            BigInteger right = BigInteger.valueOf(b.bits());
            check(what, left.add(right), a.plus(b), a.checkedAdd(b));
            check(what, left.subtract(right), a.minus(b), a.checkedSub(b));
            check(what, left.negate(), a.negated(), a.checkedNeg());
            check(what, left.multiply(right).shiftRight(32), a.times(b), a.checkedMul(b));
            if (b.bits() != 0) {
                check(what, left.multiply(SCALE).divide(right), a.dividedBy(b), a.checkedDiv(b));
            }
        }
    }

    private static void check(String what, BigInteger exact, FixedQ32 saturated, Optional<FixedQ32> checked) {
        boolean fits = exact.bitLength() < 64;
        long expected = fits ? exact.longValue() : exact.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        assertThat(saturated.bits()).as(what).isEqualTo(expected);
        assertThat(checked).as(what).isEqualTo(fits ? Optional.of(of(expected)) : Optional.empty());
    }

    /** Any size, near the ends, and just above and below multiples of 2^-32. */
    private static long any(SplittableRandom random) {
        return switch (random.nextInt(5)) {
            case 0 -> random.nextLong();
            case 1 -> (random.nextLong() >> 32 << 32) + random.nextInt(-1, 2);
            case 2 -> Long.MAX_VALUE + random.nextInt(-2, 3);
            default -> random.nextLong() >> random.nextInt(64);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, 1, 2, 2",
        "-1.5, -2, -1, -2",
        "2.4, 2, 3, 2",
        "-2.4, -3, -2, -2",
        "-2.6, -3, -2, -3",
        "-0.5, -1, 0, -1",
        "0.5, 0, 1, 1",
        "7, 7, 7, 7"
    })
    void floor_ceil_and_round(String value, long floor, long ceil, long round) {
        assertThat(decimal(value).floor()).isEqualTo(integer(floor));
        assertThat(decimal(value).ceil()).isEqualTo(integer(ceil));
        assertThat(decimal(value).round()).isEqualTo(integer(round));
    }

    @Test
    void clamp_sum_and_powers() {
        FixedQ32 one = FixedQ32.ONE;
        assertThat(integer(5).clamp(FixedQ32.ZERO, one)).isEqualTo(one);
        assertThat(integer(-5).clamp(FixedQ32.ZERO, one)).isEqualTo(FixedQ32.ZERO);
        assertThat(FixedQ32.HALF.clamp(FixedQ32.ZERO, one)).isEqualTo(FixedQ32.HALF);
        assertThat(FixedQ32.sum(List.of())).isEqualTo(FixedQ32.ZERO);
        // Saturating on the way: the order counts.
        assertThat(FixedQ32.sum(List.of(FixedQ32.MAX, one, one.negated()))).isEqualTo(FixedQ32.MAX.minus(one));
        assertThat(integer(3).powi(0)).isEqualTo(one);
        assertThat(integer(-3).powi(5)).isEqualTo(integer(-243));
        assertThat(integer(2).powi(31)).isEqualTo(FixedQ32.MAX);
    }

    @Test
    void the_published_roots_and_hyperbolic_tangents() {
        assertThat(integer(2).sqrt()).isEqualTo(of(6_074_000_999L));
        assertThat(integer(4).sqrt()).isEqualTo(integer(2));
        assertThat(integer(-4).sqrt()).isEqualTo(FixedQ32.ZERO);
        assertThat(FixedQ32.ZERO.sqrt()).isEqualTo(FixedQ32.ZERO);
        assertThat(FixedQ32.HALF.tanh()).isEqualTo(of(2_000_647_159L));
        assertThat(FixedQ32.ONE.tanh()).isEqualTo(of(3_340_530_119L));
        assertThat(integer(2).tanh()).isEqualTo(of(4_226_793_211L));
        assertThat(of(-429_496_729L).tanh()).isEqualTo(of(-428_228_374L));
    }

    @Test
    void tanh_is_exact_from_three_on_monotone_and_odd_but_for_the_rounding() {
        assertThat(integer(3).tanh()).isEqualTo(FixedQ32.ONE);
        assertThat(FixedQ32.MAX.tanh()).isEqualTo(FixedQ32.ONE);
        assertThat(integer(-3).tanh()).isEqualTo(FixedQ32.ONE.negated());
        assertThat(FixedQ32.MIN.tanh()).isEqualTo(FixedQ32.ONE.negated());
        FixedQ32 before = FixedQ32.ONE.negated();
        for (long x = -3000; x <= 3000; x++) {
            FixedQ32 here = FixedQ32.ratio(x, 1000).tanh();
            assertThat(here).as("x = %d/1000", x).isGreaterThanOrEqualTo(before);
            before = here;
        }
        FixedQ32 tenth = decimal("0.1");
        long apart = tenth.tanh().bits() + tenth.negated().tanh().bits();
        assertThat(apart).isBetween(-2L, 0L);
    }

    @Test
    void doubles_become_the_nearest_number() {
        assertThat(FixedQ32.ofDouble(0.5)).isEqualTo(FixedQ32.HALF);
        assertThat(FixedQ32.ofDouble(-0x1p-33)).isEqualTo(FixedQ32.ZERO);
        assertThat(FixedQ32.ofDouble(0x3p-33)).isEqualTo(of(2));
        assertThat(FixedQ32.ofDouble(1e300)).isEqualTo(FixedQ32.MAX);
        assertThat(FixedQ32.ofDouble(Double.NEGATIVE_INFINITY)).isEqualTo(FixedQ32.MIN);
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> FixedQ32.ofDouble(Double.NaN));
    }

    @Test
    void the_text_is_the_shortest_decimal_of_the_number() {
        assertThat(decimal("0.1")).hasToString("0.1");
        assertThat(integer(-7)).hasToString("-7");
        assertThat(decimal("1.50")).hasToString("1.5");
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 2_000; i++) {
            FixedQ32 value = of(any(random) >> 1);
            String text = value.toString();
            assertThat(decimal(text)).as("seed %d: %s", SEED, text).isEqualTo(value);
            BigDecimal shorter = new BigDecimal(text);
            if (shorter.scale() > 0) {
                BigDecimal cut = shorter.setScale(shorter.scale() - 1, RoundingMode.HALF_EVEN);
                assertThat(decimal(cut.toPlainString())).isNotEqualTo(value);
            }
        }
    }
}

package dev.paritas.semanticobjects.effect;

import static dev.paritas.semanticobjects.json.Field.field;

import dev.paritas.semanticobjects.json.Codec;
import dev.paritas.semanticobjects.json.ObjectCodec;
import java.math.BigInteger;

/**
 * A span of time (spec 20 §1).
 *
 * @param secs whole seconds, unsigned
 * @param nanos the rest in nanoseconds, 0..999999999
 */
public record WireDuration(long secs, int nanos) {
    private static final int NANOS_PER_SECOND = 1_000_000_000;

    public static final Codec<WireDuration> CODEC = ObjectCodec.of(
            "Duration",
            field("secs", Codec.U64, WireDuration::secs),
            field("nanos", Codec.unsignedInt(NANOS_PER_SECOND - 1), WireDuration::nanos),
            WireDuration::new);

    public WireDuration {
        if (nanos < 0 || nanos >= NANOS_PER_SECOND) {
            throw new IllegalArgumentException("nanos must be 0..999999999");
        }
    }

    public static WireDuration ofMillis(int millis) {
        return new WireDuration(millis / 1000, millis % 1000 * 1_000_000);
    }

    public BigInteger totalNanos() {
        return new BigInteger(Long.toUnsignedString(secs))
                .multiply(BigInteger.valueOf(NANOS_PER_SECOND))
                .add(BigInteger.valueOf(nanos));
    }

    /** {@return the span in its largest whole unit: {@code 3ms}, {@code 1.5s}, {@code 0ns}} */
    public String debugText() {
        if (secs != 0) {
            return decimal(Long.toUnsignedString(secs), nanos, NANOS_PER_SECOND) + "s";
        }
        if (nanos >= 1_000_000) {
            return decimal(Integer.toString(nanos / 1_000_000), nanos % 1_000_000, 1_000_000) + "ms";
        }
        if (nanos >= 1000) {
            return decimal(Integer.toString(nanos / 1000), nanos % 1000, 1000) + "\u00b5s";
        }
        return nanos + "ns";
    }

    private static String decimal(String whole, int rest, int scale) {
        if (rest == 0) {
            return whole;
        }
        String digits = Integer.toString(scale + rest).substring(1);
        return whole + "." + digits.replaceFirst("0+$", "");
    }
}

package dev.paritas.bridge.runner;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A timeout in milliseconds taken from the environment (spec 12 §3.2, 22 §14.2): decimal u64; unset or unparsable means
 * the default, 0 means 1.
 */
record TimeoutVariable(String name, long defaultMillis) {
    static final TimeoutVariable LEAN = new TimeoutVariable("TELLTALE_LEAN_TIMEOUT_MS", 120_000);
    static final TimeoutVariable PROTOCOL_MACHINE =
            new TimeoutVariable("TELLTALE_PROTOCOL_MACHINE_TIMEOUT_MS", 300_000);

    private static final Pattern DECIMAL = Pattern.compile("\\+?[0-9]+");
    private static final BigInteger MAX = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

    /** Longer waits end with the machine, not with the clock; nanoseconds stay within a long. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    /** {@return milliseconds, unsigned, at least 1} */
    long millis(Map<String, String> environment) {
        String text = environment.get(name);
        if (text == null || !DECIMAL.matcher(text).matches()) {
            return defaultMillis;
        }
        BigInteger value = new BigInteger(text);
        return value.compareTo(MAX) > 0
                ? defaultMillis
                : value.max(BigInteger.ONE).longValue();
    }

    Duration duration(Map<String, String> environment) {
        long millis = millis(environment);
        return Long.compareUnsigned(millis, LONGEST.toMillis()) > 0 ? LONGEST : Duration.ofMillis(millis);
    }
}

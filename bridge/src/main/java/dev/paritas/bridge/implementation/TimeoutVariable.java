package dev.paritas.bridge.implementation;

import dev.paritas.bridge.process.SessionLimits;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
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

    /** {@return the shorter one of both timeouts} */
    static Duration shortest(Map<String, String> environment) {
        Duration lean = LEAN.duration(environment);
        Duration machine = PROTOCOL_MACHINE.duration(environment);
        return lean.compareTo(machine) < 0 ? lean : machine;
    }

    /** {@return milliseconds, unsigned, at least 1} */
    long millis(Map<String, String> environment) {
        return set(environment).orElse(defaultMillis);
    }

    Duration duration(Map<String, String> environment) {
        return duration(millis(environment));
    }

    /** {@return {@code limits}, with this deadline for the handshake as well where the variable is set} */
    SessionLimits bounding(SessionLimits limits, Map<String, String> environment) {
        OptionalLong millis = set(environment);
        return millis.isEmpty()
                ? limits
                : new SessionLimits(
                        duration(millis.getAsLong()), limits.maxLine(), limits.maxRestarts(), limits.killGrace());
    }

    private OptionalLong set(Map<String, String> environment) {
        String text = environment.get(name);
        if (text == null || !DECIMAL.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        BigInteger value = new BigInteger(text);
        return value.compareTo(MAX) > 0
                ? OptionalLong.empty()
                : OptionalLong.of(value.max(BigInteger.ONE).longValue());
    }

    private static Duration duration(long millis) {
        return Long.compareUnsigned(millis, LONGEST.toMillis()) > 0 ? LONGEST : Duration.ofMillis(millis);
    }
}

package dev.paritas.bridge.heap;

import java.util.Map;

/**
 * Whether the model's own runner must be there (spec 40 §15.1). Only the part of the suite that asks that runner depends
 * on it.
 *
 * @param strict whether its absence is a failure
 */
public record HeapParityGate(boolean strict) {
    public static final String VARIABLE = "TELLTALE_REQUIRE_LEAN_HEAP_PARITY";

    /** The failure when the runner is absent and strict. */
    public static final String UNAVAILABLE = "strict heap parity is enabled but heap_parity_runner is unavailable";

    /** The reason for skipping when it is absent otherwise. */
    public static final String SKIPPED = "there is no Lean heap parity runner";

    /** {@return the gate of an environment: strict iff the variable is set, and to anything but {@code 0}} */
    public static HeapParityGate of(Map<String, String> environment) {
        String value = environment.get(VARIABLE);
        return new HeapParityGate(value != null && !value.equals("0"));
    }
}

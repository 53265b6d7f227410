package dev.paritas.bridge.check;

import java.util.Map;

/**
 * Whether checks that ask the Lean project's own executables may pass without them (spec 12 §7). A variable that is set
 * demands them, whatever it is set to but {@code 0}.
 */
record LeanGate(Map<String, String> environment) {
    static final String VALIDATOR = "TELLTALE_REQUIRE_LEAN_VALIDATOR";
    static final String PROJECTION_RUNNER = "TELLTALE_REQUIRE_LEAN_PROJECTION_RUNNER";

    static final String MISSING = "Lean binary not available. Run: cd lean && lake build telltale_validator";

    LeanGate {
        environment = Map.copyOf(environment);
    }

    boolean requires(String variable) {
        String value = environment.get(variable);
        return value != null && !value.equals("0");
    }
}

package dev.paritas.semanticobjects.effect;

import dev.paritas.semanticobjects.json.WordCodec;

/** Why an effect failed (spec 21 §7.4); snake_case in JSON, CamelCase in display texts. */
public enum EffectFailureKind {
    DENIED,
    TIMEOUT,
    CANCELLED,
    STALE_AUTHORITY,
    INVALID_EVIDENCE,
    UNAVAILABLE,
    INVALID_INPUT,
    DETERMINISM,
    TOPOLOGY_DISRUPTION,
    CONTRACT_VIOLATION,
    UNKNOWN;

    public static final WordCodec<EffectFailureKind> CODEC = WordCodec.snakeCase(EffectFailureKind.class);

    /** {@return {@code ContractViolation}} */
    public String displayText() {
        return WordCodec.camel(name());
    }
}

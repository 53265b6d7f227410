package dev.paritas.admission.gate;

import dev.paritas.semanticobjects.json.WordCodec;

/** Whether a configuration may run under its contracts, determinism included (spec 31 §7). */
public enum GateResult {
    ADMITTED,
    REJECTED_MISSING_CONTRACTS,
    REJECTED_UNSUPPORTED_DETERMINISM_PROFILE;

    public static final WordCodec<GateResult> CODEC = WordCodec.camelCase(GateResult.class);
}

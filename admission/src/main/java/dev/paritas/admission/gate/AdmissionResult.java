package dev.paritas.admission.gate;

import dev.paritas.semanticobjects.json.WordCodec;

/** Whether a configuration has the contracts it needs (spec 31 §7). */
public enum AdmissionResult {
    ADMITTED,
    REJECTED_MISSING_CONTRACTS;

    public static final WordCodec<AdmissionResult> CODEC = WordCodec.camelCase(AdmissionResult.class);
}

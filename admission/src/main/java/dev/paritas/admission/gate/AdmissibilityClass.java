package dev.paritas.admission.gate;

import dev.paritas.semanticobjects.json.WordCodec;

/** Which envelopes of runs an execution profile covers; sets are written in this order (spec 31 §7). */
public enum AdmissibilityClass {
    LOCAL_ENVELOPE,
    SHARDED_ENVELOPE,
    PROTOCOL_ENVELOPE_BRIDGE;

    public static final WordCodec<AdmissibilityClass> CODEC = WordCodec.snakeCase(AdmissibilityClass.class);
}

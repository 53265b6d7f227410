package dev.paritas.admission.gate;

import dev.paritas.semanticobjects.json.WordCodec;

/** Which windows of escalation an execution profile bounds; sets are written in this order (spec 31 §7). */
public enum EscalationWindowClass {
    PROGRESS_CONTRACT,
    ADMISSION_COMPLEXITY,
    PROTOCOL_BRIDGE;

    public static final WordCodec<EscalationWindowClass> CODEC = WordCodec.snakeCase(EscalationWindowClass.class);
}

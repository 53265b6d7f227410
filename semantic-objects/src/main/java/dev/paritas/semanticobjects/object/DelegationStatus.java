package dev.paritas.semanticobjects.object;

import dev.paritas.semanticobjects.json.WordCodec;

/** Whether a delegation took effect (spec 30 §3); CamelCase on the wire. */
public enum DelegationStatus {
    COMMITTED,
    ROLLED_BACK;

    public static final WordCodec<DelegationStatus> CODEC = WordCodec.camelCase(DelegationStatus.class);
}

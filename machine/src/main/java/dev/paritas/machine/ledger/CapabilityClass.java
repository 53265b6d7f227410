package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.json.WordCodec;

/** What a capability is good for (spec 31 §1). */
public enum CapabilityClass {
    ADMISSION,
    OWNERSHIP,
    EVIDENCE,
    TRANSITION;

    public static final WordCodec<CapabilityClass> CODEC = WordCodec.snakeCase(CapabilityClass.class);
}

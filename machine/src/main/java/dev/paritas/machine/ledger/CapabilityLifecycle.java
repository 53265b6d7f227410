package dev.paritas.machine.ledger;

import dev.paritas.semanticobjects.json.WordCodec;

/** Where a capability stands, in rank order (spec 31 §1). */
public enum CapabilityLifecycle {
    ISSUED,
    CONSUMED,
    REJECTED,
    INVALIDATED,
    COMMITTED,
    ROLLED_BACK,
    EXPIRED;

    public static final WordCodec<CapabilityLifecycle> CODEC = WordCodec.snakeCase(CapabilityLifecycle.class);
}

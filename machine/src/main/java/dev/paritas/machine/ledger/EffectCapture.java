package dev.paritas.machine.ledger;

/** Which entries reach the effect-trace log; semantic records are made regardless (spec 30 §7.3). */
public enum EffectCapture {
    FULL,
    TOPOLOGY_ONLY,
    DISABLED
}

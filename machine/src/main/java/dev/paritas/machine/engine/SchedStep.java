package dev.paritas.machine.engine;

/** The pick of one round. */
public record SchedStep(long selectedCoro, ExecStatus execStatus) {}

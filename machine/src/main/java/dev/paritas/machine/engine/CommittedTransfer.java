package dev.paritas.machine.engine;

/** What a transfer event must match in the delegation audit (spec 20 §15.7); {@code role} is the endpoint's role there. */
record CommittedTransfer(long session, String role, long from, long to) {}

package dev.paritas.machine.schedule;

/** A transfer between coroutines of different lanes (spec 21 §3); {@code step} is the pick count at that moment. */
public record CrossLaneHandoff(long fromCoro, long toCoro, int fromLane, int toLane, long step, String reason) {}

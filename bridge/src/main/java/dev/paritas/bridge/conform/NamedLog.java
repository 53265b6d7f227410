package dev.paritas.bridge.conform;

/** One log of several, and what it is called. */
public record NamedLog(String name, EventLog events) {}

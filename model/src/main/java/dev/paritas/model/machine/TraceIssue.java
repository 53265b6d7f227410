package dev.paritas.model.machine;

/**
 * The first thing that is wrong with a trace.
 *
 * @param code stable, {@code trace.unknown_action} for example
 * @param path {@code trace[3].label}, {@code trace} or {@code payload}
 */
public record TraceIssue(String code, String message, String path) {}

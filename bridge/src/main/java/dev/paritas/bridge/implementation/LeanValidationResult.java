package dev.paritas.bridge.implementation;

/**
 * What the validator said about one projection (spec 12 §3.3).
 *
 * @param success whether the local type is the projection
 * @param role the role as the validator read it
 * @param message the validator's word, possibly empty
 * @param rawOutput the process's stdout
 */
public record LeanValidationResult(boolean success, String role, String message, String rawOutput) {}

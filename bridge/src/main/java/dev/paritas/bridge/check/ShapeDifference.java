package dev.paritas.bridge.check;

/**
 * One difference of two shapes.
 *
 * @param key as spec 50 §3.7 builds it
 * @param lean what the Lean side has
 * @param java what the Java side has
 */
record ShapeDifference(String key, String lean, String java) {}

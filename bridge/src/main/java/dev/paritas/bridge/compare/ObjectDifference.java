package dev.paritas.bridge.compare;

/**
 * A list of the bundle that differs.
 *
 * @param list wire name of the list
 * @param first the first difference in it, with a pointer from the bundle's root
 */
public record ObjectDifference(String list, JsonDifference first) {}

package dev.paritas.bridge.implementation;

import java.util.Optional;

/**
 * Whether a local type is in the regular practical fragment, and why not (spec 12 §2.2).
 *
 * @param fullUnfoldHead one of {@code end}, {@code var}, {@code mu}, {@code send}, {@code recv}
 * @param reason given for types outside the fragment
 */
public record RegularPracticalFragment(
        boolean result,
        boolean reachesCommunication,
        boolean wellFormed,
        String fullUnfoldHead,
        Optional<String> reason) {}

/**
 * What a team needs to hold its own runtime to its own protocol: {@link Choreography} reads, validates, projects and checks
 * logs, {@link Implementation} runs, {@link Parity} compares, {@link Comparison} explains and reports. No other package of the
 * library is needed for that; docs/java.md shows each step.
 */
@NullMarked
package dev.paritas.bridge;

import org.jspecify.annotations.NullMarked;

/** Recorded runs of a scenario: seeded randomness, the steps of a run and where they go (spec 52 §4). */
@NullMarked
package dev.paritas.simulation.run;

import org.jspecify.annotations.NullMarked;

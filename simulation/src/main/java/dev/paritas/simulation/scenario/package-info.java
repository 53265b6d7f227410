/** Scenarios of the simulator: the document, its validation and resolution (spec 52 §4). */
@NullMarked
package dev.paritas.simulation.scenario;

import org.jspecify.annotations.NullMarked;

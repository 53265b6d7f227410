/** Scenarios of the simulator: the document, its validation and resolution, and recorded runs (spec 52 §4). */
@NullMarked
package dev.paritas.machine.simulation;

import org.jspecify.annotations.NullMarked;

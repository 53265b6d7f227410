/** The field families of the simulator: parameters, dynamics in fixed point, and their effect handlers (spec 52 §2-3). */
@NullMarked
package dev.paritas.simulation.field;

import org.jspecify.annotations.NullMarked;

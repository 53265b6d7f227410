/** Life cycles of effects, the reduced bundle that two runtimes compare by value: every entry is taken from a run (spec 52 §6). */
@NullMarked
package dev.paritas.simulation.lifecycle;

import org.jspecify.annotations.NullMarked;

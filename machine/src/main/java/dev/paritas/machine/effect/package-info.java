/** The effect boundary: what a handler is asked and how its answers are read (spec 21 §7). */
@NullMarked
package dev.paritas.machine.effect;

import org.jspecify.annotations.NullMarked;

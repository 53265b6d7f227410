/** What leaves the machine for comparison: normalised traces, bridge trace events (spec 21 §14-16, 22 §15). */
@NullMarked
package dev.paritas.machine.trace;

import org.jspecify.annotations.NullMarked;

/** Runs of the reference, repeated by this machine. */
@NullMarked
package dev.paritas.machine.reference;

import org.jspecify.annotations.NullMarked;

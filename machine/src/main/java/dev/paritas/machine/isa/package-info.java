/** The instruction set of the protocol machine, its JSON, the compiler and code images (spec 20 §5-8). */
@NullMarked
package dev.paritas.machine.isa;

import org.jspecify.annotations.NullMarked;

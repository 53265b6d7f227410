/** Tests of the package of the same name. */
@NullMarked
package dev.paritas.machine.isa;

import org.jspecify.annotations.NullMarked;

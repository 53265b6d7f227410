/** Tests of the package of the same name. */
@NullMarked
package dev.paritas.machine.trace;

import org.jspecify.annotations.NullMarked;

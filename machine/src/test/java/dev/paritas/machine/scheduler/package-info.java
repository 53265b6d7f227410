/** Tests of the package of the same name. */
@NullMarked
package dev.paritas.machine.scheduler;

import org.jspecify.annotations.NullMarked;

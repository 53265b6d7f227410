/** Tests of the package of the same name. */
@NullMarked
package dev.paritas.machine.session;

import org.jspecify.annotations.NullMarked;

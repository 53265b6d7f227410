/** The reference dialect L (spec 22): an independent second implementation with its own checker, code, loading and loop. */
@NullMarked
package dev.paritas.model.machine;

import org.jspecify.annotations.NullMarked;

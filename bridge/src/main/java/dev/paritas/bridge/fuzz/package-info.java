/** Fresh protocols from a seed, and the way from one that shows a difference to a small one that still does. */
@NullMarked
package dev.paritas.bridge.fuzz;

import org.jspecify.annotations.NullMarked;

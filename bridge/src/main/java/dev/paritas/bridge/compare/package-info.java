/** Comparison of two runs: what is compared, what may be normalised, and how a difference is explained. */
@NullMarked
package dev.paritas.bridge.compare;

import org.jspecify.annotations.NullMarked;

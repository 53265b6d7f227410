/** Neutral type shapes of the two sides, and the keys of their differences. */
@NullMarked
package dev.paritas.bridge.shape;

import org.jspecify.annotations.NullMarked;

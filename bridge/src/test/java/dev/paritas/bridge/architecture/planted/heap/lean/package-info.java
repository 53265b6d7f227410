/** Planted violations: the rules must notice what is in here. */
@NullMarked
package dev.paritas.bridge.architecture.planted.heap.lean;

import org.jspecify.annotations.NullMarked;

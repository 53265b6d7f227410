/** Planted violations: the rules must notice what is in here. */
@NullMarked
package dev.paritas.bridge.architecture.planted.heap.state;

import org.jspecify.annotations.NullMarked;

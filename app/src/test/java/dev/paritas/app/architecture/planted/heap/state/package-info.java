/** Planted violations: the rules must notice what is in here. */
@NullMarked
package dev.paritas.app.architecture.planted.heap.state;

import org.jspecify.annotations.NullMarked;

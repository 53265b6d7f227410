/** Tests of the heap's states. */
@NullMarked
package dev.paritas.heap.state;

import org.jspecify.annotations.NullMarked;

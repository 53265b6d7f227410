/** The heap: active resources, nullifiers, counter, and the commitment to all three. */
@NullMarked
package dev.paritas.heap.state;

import org.jspecify.annotations.NullMarked;

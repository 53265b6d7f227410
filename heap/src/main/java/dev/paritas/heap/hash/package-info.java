/** The hash behind one method, and the 32 bytes that it gives. */
@NullMarked
package dev.paritas.heap.hash;

import org.jspecify.annotations.NullMarked;

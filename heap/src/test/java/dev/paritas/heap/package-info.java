/** Tests of the heap through its public types. */
@NullMarked
package dev.paritas.heap;

import org.jspecify.annotations.NullMarked;

/** The operation log of a corpus and its interpreter. */
@NullMarked
package dev.paritas.heap.replay;

import org.jspecify.annotations.NullMarked;

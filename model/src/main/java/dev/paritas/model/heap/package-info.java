/** The model's weaker view of the heap: it computes bytes, order and paths, trusts digests and never hashes. */
@NullMarked
package dev.paritas.model.heap;

import org.jspecify.annotations.NullMarked;

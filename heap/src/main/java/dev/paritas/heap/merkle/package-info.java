/** Merkle trees over ordered leaves, kept level by level, and inclusion proofs. */
@NullMarked
package dev.paritas.heap.merkle;

import org.jspecify.annotations.NullMarked;

/** The published documents: both corpora and the output of a parity runner. */
@NullMarked
package dev.paritas.heap.document;

import org.jspecify.annotations.NullMarked;

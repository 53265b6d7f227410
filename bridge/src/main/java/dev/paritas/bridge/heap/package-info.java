/** The strict heap parity suite: what has to be equal to what between a heap, a corpus and a runner's output. */
@NullMarked
package dev.paritas.bridge.heap;

import org.jspecify.annotations.NullMarked;

/** Tests of the strict heap parity suite. */
@NullMarked
package dev.paritas.bridge.heap;

import org.jspecify.annotations.NullMarked;

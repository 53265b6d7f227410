/** Tests of the strict heap parity suite. */
@NullMarked
package dev.paritas.bridge.check;

import org.jspecify.annotations.NullMarked;

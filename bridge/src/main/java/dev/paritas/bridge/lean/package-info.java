/** Where a Lean runner of this project comes from on this machine. */
@NullMarked
package dev.paritas.bridge.lean;

import org.jspecify.annotations.NullMarked;

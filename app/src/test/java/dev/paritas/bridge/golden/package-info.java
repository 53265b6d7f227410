/** Tests of the golden corpus and of equivalence with it. */
@NullMarked
package dev.paritas.bridge.golden;

import org.jspecify.annotations.NullMarked;

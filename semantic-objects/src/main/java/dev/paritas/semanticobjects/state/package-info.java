/** Slices of the machine's state for refinement checks. */
@NullMarked
package dev.paritas.semanticobjects.state;

import org.jspecify.annotations.NullMarked;

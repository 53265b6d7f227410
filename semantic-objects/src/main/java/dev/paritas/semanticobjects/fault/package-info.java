/** Faults that end a coroutine, with their display texts and stable codes. */
@NullMarked
package dev.paritas.semanticobjects.fault;

import org.jspecify.annotations.NullMarked;

/** Runs as they cross the bridge: trace events, step states and slices of them, the run output, and the limits of a run. */
@NullMarked
package dev.paritas.semanticobjects.run;

import org.jspecify.annotations.NullMarked;

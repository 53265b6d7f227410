/** Runs as they cross the bridge: trace events, step states and the run output. */
@NullMarked
package dev.paritas.semanticobjects.run;

import org.jspecify.annotations.NullMarked;

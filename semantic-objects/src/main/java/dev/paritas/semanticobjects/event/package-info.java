/** Observable events of a run. */
@NullMarked
package dev.paritas.semanticobjects.event;

import org.jspecify.annotations.NullMarked;

/** Semantic objects: the derived view of a run, its bundle, and the records it is made of. */
@NullMarked
package dev.paritas.semanticobjects.object;

import org.jspecify.annotations.NullMarked;

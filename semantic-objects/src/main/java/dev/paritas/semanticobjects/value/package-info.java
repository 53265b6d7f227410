/** Values the protocol machine computes with, their types, and the endpoints and edges of sessions. */
@NullMarked
package dev.paritas.semanticobjects.value;

import org.jspecify.annotations.NullMarked;

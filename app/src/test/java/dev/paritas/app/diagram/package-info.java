/** Diagrams of anything, whatever it is called. */
@NullMarked
package dev.paritas.app.diagram;

import org.jspecify.annotations.NullMarked;

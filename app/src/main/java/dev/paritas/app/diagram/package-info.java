/** Runs, differences, violations and roles as pictures, in the languages of those who draw them. */
@NullMarked
package dev.paritas.app.diagram;

import org.jspecify.annotations.NullMarked;

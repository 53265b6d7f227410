/** The canonical form of types without names, and the digests that identify them (spec 10 §4). */
@NullMarked
package dev.paritas.choreography.identity;

import org.jspecify.annotations.NullMarked;

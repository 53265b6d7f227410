/** Seeded protocols over all node kinds, and the search for smaller ones that still show a behaviour. */
@NullMarked
package dev.paritas.choreography.generate;

import org.jspecify.annotations.NullMarked;

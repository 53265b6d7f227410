/** The effect boundary: requests, outcomes, failures, topology events, and the records kept of them. */
@NullMarked
package dev.paritas.semanticobjects.effect;

import org.jspecify.annotations.NullMarked;

/** Checks on local types that the validator process offers: asynchronous subtyping, orphan freedom, practical fragment. */
@NullMarked
package dev.paritas.choreography.check;

import org.jspecify.annotations.NullMarked;

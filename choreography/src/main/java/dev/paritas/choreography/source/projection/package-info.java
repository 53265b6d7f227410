/**
 * Projection of choreography sources onto a role, and its comparison with the canonical projection (spec 11 §7). Nothing
 * of the bridge's runtime uses it.
 */
@NullMarked
package dev.paritas.choreography.source.projection;

import org.jspecify.annotations.NullMarked;

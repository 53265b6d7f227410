/** From global to local types: the canonical projection, the formal model's candidate projection, and merge (spec 11 §2-§5). */
@NullMarked
package dev.paritas.choreography.projection;

import org.jspecify.annotations.NullMarked;

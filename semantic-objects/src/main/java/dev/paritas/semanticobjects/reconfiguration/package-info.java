/** Changes of membership: policies, events, plans, placements and runtime upgrades (spec 31 §10). */
@NullMarked
package dev.paritas.semanticobjects.reconfiguration;

import org.jspecify.annotations.NullMarked;

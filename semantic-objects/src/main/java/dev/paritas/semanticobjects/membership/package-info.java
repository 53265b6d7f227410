/** Changes of membership: policies, events, plans, placements, runtime upgrades, and the theorems a gate relies on (spec 31 §8, §10). */
@NullMarked
package dev.paritas.semanticobjects.membership;

import org.jspecify.annotations.NullMarked;

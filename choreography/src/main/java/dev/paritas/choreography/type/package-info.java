/** Global types, local types, labels and payload sorts, with the operations and predicates of the type language (spec 10 §1-§3). */
@NullMarked
package dev.paritas.choreography.type;

import org.jspecify.annotations.NullMarked;

/** Steps of global and local types, reduction, and recursion cut short (spec 11 §11, §12). */
@NullMarked
package dev.paritas.choreography.step;

import org.jspecify.annotations.NullMarked;

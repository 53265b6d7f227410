/** Tests of the type language, its JSON form and its projections. */
@NullMarked
package dev.paritas.choreography;

import org.jspecify.annotations.NullMarked;

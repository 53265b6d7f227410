/** A planted type without a user: the checks of the cut must notice it. */
@NullMarked
package dev.paritas.app.architecture.planted.cut;

import org.jspecify.annotations.NullMarked;

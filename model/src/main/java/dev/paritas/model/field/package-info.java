/** The field mirror of dialect L: the families of spec 52 §3 in exact rationals, with the published fixtures. */
@NullMarked
package dev.paritas.model.field;

import org.jspecify.annotations.NullMarked;

/** Tests of the records of this package by their wire form. */
@NullMarked
package dev.paritas.semanticobjects.object;

import org.jspecify.annotations.NullMarked;

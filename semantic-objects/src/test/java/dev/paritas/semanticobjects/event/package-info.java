/** Tests of the records of this package by their wire form. */
@NullMarked
package dev.paritas.semanticobjects.event;

import org.jspecify.annotations.NullMarked;

/** Tests of the vocabulary as a whole. */
@NullMarked
package dev.paritas.semanticobjects;

import org.jspecify.annotations.NullMarked;

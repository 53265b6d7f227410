/** Answers and files of the reference: which there are, where they come from, and that they are what was published. */
@NullMarked
package dev.paritas.bridge.reference;

import org.jspecify.annotations.NullMarked;

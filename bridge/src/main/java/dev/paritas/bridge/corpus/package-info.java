/** The published cases, and the reference's files: how they are made, how they are read back, and how drift is refused. */
@NullMarked
package dev.paritas.bridge.corpus;

import org.jspecify.annotations.NullMarked;

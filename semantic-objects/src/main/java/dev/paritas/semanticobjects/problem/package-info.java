/** What every room's refusals have in common, and the one exception that carries them. */
@NullMarked
package dev.paritas.semanticobjects.problem;

import org.jspecify.annotations.NullMarked;

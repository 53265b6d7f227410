@NullMarked
package dev.paritas.semanticobjects.admission;

import org.jspecify.annotations.NullMarked;

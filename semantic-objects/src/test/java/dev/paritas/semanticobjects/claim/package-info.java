@NullMarked
package dev.paritas.semanticobjects.claim;

import org.jspecify.annotations.NullMarked;

/** Strict, bounded JSON: a streaming reader and a canonical writer on jackson-core, and codecs composed over them. */
@NullMarked
package dev.paritas.semanticobjects.json;

import org.jspecify.annotations.NullMarked;

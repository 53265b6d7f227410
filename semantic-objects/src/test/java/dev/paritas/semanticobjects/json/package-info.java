/** Tests of the JSON layer through its public reader, writer and codecs. */
@NullMarked
package dev.paritas.semanticobjects.json;

import org.jspecify.annotations.NullMarked;

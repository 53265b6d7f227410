/** Published JSON Schemas of every document on the bridge, derived from the codecs that read and write them. */
@NullMarked
package dev.paritas.app.schema;

import org.jspecify.annotations.NullMarked;

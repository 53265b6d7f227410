/** Resources, their canonical bytes, the digests over them, the tagged preimages and the ids made from them. */
@NullMarked
package dev.paritas.heap.resource;

import org.jspecify.annotations.NullMarked;

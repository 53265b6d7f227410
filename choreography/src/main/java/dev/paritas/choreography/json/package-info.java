/** The JSON exchange form of types: strict and lenient readers, the canonical writer, and the payloads around them (spec 10 §5-§6). */
@NullMarked
package dev.paritas.choreography.json;

import org.jspecify.annotations.NullMarked;
